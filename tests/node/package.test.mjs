// The functions of the package, as a program in Node calls them: no DOM, no network. Run by `cargo verify` after the
// package is built, or by `node --test tests/node/`.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { promisify } from 'node:util';

const folder = new URL('../../target/npm/', import.meta.url);
const KEY = `3MVG9${'aB3._'.repeat(16)}`;
const SECRET = 'B0EB53F16947CCF25EC84D8DBC74254770F58904DBA41ECCCC3FC1626E53A130';
const draft = { name: '', clientId: ` ${KEY}\n`, clientSecret: SECRET, scopes: '', environment: 'production', myDomain: '', actions: null };

const connector = await import(new URL('index.js', folder));

test('nothing works before init, and importing did nothing', () => {
  assert.throws(() => connector.scopes(), /init/);
  assert.equal(globalThis.customElements, undefined);
});

test('init takes bytes, and takes them once', async () => {
  const bytes = await readFile(new URL('stackone_connector_profile_bg.wasm', folder));
  await connector.init(bytes);
  await connector.init();
  assert.equal(connector.scopes().length, 36);
});

test('init takes a Response, whatever type it names', async () => {
  const wasm = new URL('stackone_connector_profile_bg.wasm', folder);
  const program = `import { readFile } from 'node:fs/promises'; import { init, scopes } from '${new URL('index.js', folder)}';
    await init(new Response(await readFile(new URL('${wasm}')))); console.log(scopes().length);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  assert.equal(stdout, '36\n');
});

test('init without an argument finds the module beside it', async () => {
  const program = `import { init, scopes } from '${new URL('index.js', folder)}'; await init(); console.log(scopes().length);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  assert.equal(stdout, '36\n');
});

test('what is no module is broken, and not forbidden by a policy', async () => {
  const program = `import { init } from '${new URL('index.js', folder)}';
    await init(Uint8Array.of(0, 97, 115, 109, 9, 9, 9, 9)).catch(({ code }) => console.log(code));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  assert.equal(stdout, 'broken\n');
});

test('the version is that of Cargo.toml', async () => {
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  assert.equal(connector.version, manifest.match(/^version = "(.*)"/m)[1]);
});

test('validate reports every issue and never the secret', () => {
  const good = connector.validate(draft);
  assert.deepEqual(good, {
    valid: true,
    issues: [],
    profile: { name: '', clientId: KEY, scopes: [], environment: 'production', myDomain: '', actions: null },
  });
  const bad = connector.validate({ ...draft, clientId: '', scopes: 'api', actions: [] });
  assert.equal(bad.valid, false);
  assert.deepEqual(bad.issues.map(({ field, code, severity }) => [field, code, severity]), [
    ['clientId', 'required', 'error'],
    ['scopes', 'missing-refresh-scope', 'error'],
    ['actions', 'empty-selection', 'error'],
  ]);
  assert.ok(bad.issues.every(({ message }) => message.length > 0 && !/[⟦⟧]/.test(message)));
  assert.ok(!JSON.stringify([good, bad]).includes(SECRET));
});

test('validate can leave the secret out', () => {
  const { clientSecret, ...without } = draft;
  assert.equal(connector.validate(without).valid, false);
  assert.equal(connector.validate(without, { checkSecret: false }).valid, true);
});

test('authorizationUrl builds the URL or throws the issues', () => {
  const url = connector.authorizationUrl(draft, { state: 's 1/ü', prompt: 'login consent', loginHint: 'a@b.example' });
  assert.equal(url, `https://login.salesforce.com/services/oauth2/authorize?response_type=code&client_id=${KEY}`
    + '&redirect_uri=https%3A%2F%2Fapi.stackone.com%2Fconnect%2Foauth2%2Fsalesforce%2Fcallback'
    + '&scope=api%20refresh_token%20offline_access&state=s%201%2F%C3%BC&prompt=login%20consent&login_hint=a%40b.example');
  assert.ok(connector.authorizationUrl(draft, { redirectUri: 'https://x.example/' }).includes('=https%3A%2F%2Fx.example%2F&'));
  assert.throws(() => connector.authorizationUrl({ ...draft, clientId: 'short' }), (error) => {
    assert.ok(error instanceof connector.ValidationError);
    assert.equal(error.name, 'ValidationError');
    assert.deepEqual(error.issues.map(({ code }) => code), ['too-short']);
    return true;
  });
});

test('createRequest shows the request without secrets', () => {
  const request = connector.createRequest({ ...draft, name: 'A "name"' }, { apiBaseUrl: '/stackone/' });
  assert.deepEqual(request, {
    method: 'POST',
    url: '/stackone/connector_profiles',
    headers: { Authorization: 'Basic ‹redacted›', 'Content-Type': 'application/json' },
    body: {
      connector_key: 'salesforce',
      authentication_config_key: 'oauth2',
      environment: 'production',
      name: 'A "name"',
      default: false,
      credentials: { clientId: KEY, clientSecret: '‹redacted›' },
    },
  });
  const authorization = (auth) => connector.createRequest(draft, { auth }).headers.Authorization;
  assert.deepEqual(['api-key', 'host', 'none'].map(authorization), ['Basic ‹redacted›', '‹redacted›', undefined]);
  assert.equal(connector.createRequest(draft).body.name, 'Salesforce (Production)');
  assert.equal(connector.createRequest(draft).url, 'https://api.stackone.com/connector_profiles');
  const moved = connector.createRequest(draft, { create: { method: 'PUT', path: '/v2/profiles', fields: { clientId: 'id', default: '' } } });
  assert.deepEqual([moved.method, moved.url, moved.body.id, 'default' in moved.body], ['PUT', 'https://api.stackone.com/v2/profiles', KEY, false]);
  assert.throws(() => connector.createRequest({ ...draft, environment: 'staging' }), { name: 'ValidationError' });
});

test('scopes lists names, labels and defaults', () => {
  const scopes = connector.scopes();
  assert.deepEqual(scopes.filter(({ isDefault }) => isDefault).map(({ name }) => name), ['api', 'refresh_token', 'offline_access']);
  assert.equal(scopes[1].label, 'Perform requests at any time (refresh_token, offline_access)');
  assert.ok(scopes.every(({ name, label, description }) => name && label && description));
});

test('explainError explains what was pasted and repeats no code or token', () => {
  assert.deepEqual(connector.explainError('error=redirect_uri_missing&error_description=redirect_uri%20not%20provided'), {
    recognised: true,
    step: 'authorize',
    error: 'redirect_uri_missing',
    description: 'redirect_uri not provided',
    cause: 'The link has no callback URL.',
    fixes: ['Open the sign-in link from this page again, without changing it.'],
    guideStep: null,
    waitMayHelp: false,
  });
  const scope = connector.explainError('https://acme.my.salesforce.com/x?error=invalid_scope&error_description=the+requested+scope+is+not+allowed');
  assert.deepEqual([scope.guideStep, scope.waitMayHelp], ['scopes', true]);
  assert.ok(scope.fixes.length > 1 && !/[⟦⟧]/.test(scope.cause + scope.fixes));
  const expired = { error: 'invalid_grant', error_description: 'expired access/refresh token' };
  assert.equal(connector.explainError(JSON.stringify(expired)).step, 'refresh');
  assert.deepEqual(connector.explainError('the dog ate my homework ?code=aPrxQ7'), {
    recognised: false,
    step: null,
    error: '',
    description: 'the dog ate my homework ?',
    cause: '',
    fixes: [],
    guideStep: null,
    waitMayHelp: false,
  });
});

test('explainError finds the error at the end of a megabyte', (context) => {
  const address = 'https://acme.my.salesforce.com/x?error=invalid_scope&error_description=the+requested+scope+is+not+allowed';
  const texts = ['so it goes ', '%2525', '&#', 'error=', '"error":"', 'error_description=x ', '\\u00', 'é'].map((part) =>
    `${part.repeat(2 ** 20 / part.length)}&${address}`);
  const times = texts.map((text) => {
    const start = performance.now();
    assert.ok(connector.explainError(text).recognised, text.slice(0, 20));
    return performance.now() - start;
  });
  // No limit, because the time depends on the machine. The table in tests/bench/README.md comes from this line.
  context.diagnostic(`milliseconds for a megabyte: ${times.map((time) => time.toFixed(1)).join(' ')}`);
});
