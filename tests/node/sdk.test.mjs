// StackOne's own SDK for TypeScript against the simulator: whatever it accepts has the documented shape. It has no
// connector profiles, so a plain request creates them. The Salesforce flow is driven through its forms.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const package_ = new URL('target/consumers/node_modules/@stackone/stackone-client-ts/', root);
const { StackOne } = (await import(new URL('index.js', package_))).default;
const { Include } = (await import(new URL('sdk/models/operations/index.js', package_))).default;

const KEY = `3MVG9${'aB3._'.repeat(16)}`;
const SECRET = 'B0EB53F16947CCF25EC84D8DBC74254770F58904DBA41ECCCC3FC1626E53A130';
const simulator = spawn('cargo', ['run', '--quiet', '-p', 'harness', '--', 'simulator', '--port', '0'], {
  cwd: fileURLToPath(root), stdio: ['ignore', 'pipe', 'inherit'],
});
let origin;

before(async () => {
  const { value: line } = await createInterface({ input: simulator.stdout })[Symbol.asyncIterator]().next();
  assert.match(line ?? 'it ended', /^ready http:\/\/127\.0\.0\.1:\d+\/$/);
  origin = new URL(line.slice('ready '.length)).origin;
});

after(() => simulator.kill());

function sdk(username = 'v1.eu1.sdk') {
  return new StackOne({ serverURL: `${origin}/stackone`, security: { username, password: '' }, retryConfig: { strategy: 'none' } });
}

async function post(path, body) {
  const headers = { 'content-type': 'application/json', authorization: `Basic ${btoa('v1.eu1.sdk:')}` };
  const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return answer.status === 204 ? undefined : answer.json();
}

/** The items of every page, which the SDK asks for by `next`. */
async function pages(request) {
  const found = [];
  for await (const page of await sdk().actions.listActionsMeta(request)) found.push(...page.actionsMetaPaginated.data);
  return found;
}

test('it reads all actions of Salesforce, page after page', async () => {
  const items = await pages({ filter: { connectors: 'salesforce' }, pageSize: '150' });
  assert.deepEqual(items.map(({ key, actions }) => [key, actions.length]), [['salesforce', 150], ['salesforce', 150], ['salesforce', 100]]);
  const actions = items.flatMap((item) => item.actions);
  assert.equal(new Set(actions.map(({ id }) => id)).size, 400);
  assert.deepEqual(actions.find(({ id }) => id === 'salesforce_get_contact'), {
    id: 'salesforce_get_contact', label: 'Get contact', description: 'Reads a contact.', schemaType: 'native', tags: ['crm'],
  });
  assert.deepEqual(items[0].authentication, [{ type: 'oauth2', label: 'OAuth 2.0', key: 'oauth2' }]);
});

test('it reads the details of an action, and that other connectors have none', async () => {
  const filter = { connectors: 'salesforce', actionKey: 'salesforce_get_contact' };
  const [{ actions }] = await pages({ filter, include: [Include.OperationDetails] });
  assert.deepEqual(actions.map(({ operationDetails }) => operationDetails), [{ inputs: [{ name: 'id', required: true }] }]);
  assert.deepEqual(await pages({ filter: { connectors: 'hubspot' } }), []);
});

/** Submits the one form of a page with its hidden fields and these. */
async function submit(page, fields = {}) {
  const text = await page.text();
  const action = text.match(/<form[^>]* action="([^"]*)"/)?.[1] ?? page.url;
  const own = [...text.matchAll(/<input[^>]*>/g)].map(([tag]) => ['name', 'value'].map((name) => tag.match(` ${name}="([^"]*)"`)?.[1] ?? ''));
  const body = new URLSearchParams({ ...Object.fromEntries(own), ...fields });
  return fetch(new URL(action, page.url), { method: 'POST', body });
}

test('it makes a connect session for the profile, and reads the account that comes of it', async () => {
  const callbacks = ['https://api.stackone.com/connect/oauth2/salesforce/callback'];
  await post('/_simulator/apps', { clientId: KEY, clientSecret: SECRET, callbacks, scopes: ['api', 'refresh_token'] });
  const profile = await post('/stackone/connector_profiles', {
    connector_key: 'salesforce', authentication_config_key: 'oauth2', environment: 'production', name: 'Read by the SDK',
    credentials: { clientId: KEY, clientSecret: SECRET },
  });
  assert.deepEqual((await sdk().accounts.listLinkedAccounts({})).classes, []);

  const made = await sdk().connectSessions.createConnectSession({
    originOwnerId: 'customer-1', originOwnerName: 'Customer One', originUsername: 'one@acme.example', provider: 'salesforce', label: 'First',
  });
  assert.equal(made.statusCode, 201);
  const session = made.connectSessionTokenAuthLink;
  assert.deepEqual([session.originOwnerId, session.originOwnerName, session.provider, session.label], ['customer-1', 'Customer One', 'salesforce', 'First']);
  assert.ok(session.createdAt instanceof Date && session.authLinkUrl.endsWith(session.token));

  const link = await fetch(session.authLinkUrl);
  assert.match(await link.clone().text(), /<strong>Read by the SDK<\/strong>/);
  const consent = await submit(await submit(link));
  assert.match(await (await submit(consent, { decision: 'allow' })).text(), /<h1>Account connected<\/h1>/);
  const { classes } = await sdk().accounts.listLinkedAccounts({ provider: 'salesforce', originOwnerId: 'customer-1' });
  assert.deepEqual(classes.map(({ provider, status, originOwnerId, label }) => [provider, status, originOwnerId, label]), [
    ['salesforce', 'active', 'customer-1', 'First'],
  ]);
  const accounts = await fetch(`${origin}/stackone/accounts`, { headers: { authorization: `Basic ${btoa('v1.eu1.sdk:')}` } });
  assert.deepEqual((await accounts.json()).map((account) => account.connector_profile_id), [profile.id]);
});

test('it reads why a request was refused', async () => {
  const request = { originOwnerId: '1', originOwnerName: 'One' };
  for (const [key, given, status, message] of [
    ['v1.eu1.revoked', request, 401, 'The API key is disabled'],
    ['v1.eu1.readonly', request, 403, 'The API key lacks the scope Platform API write'],
    ['v1.eu1.sdk', { ...request, provider: 'hubspot' }, 400, 'No connector profile of this provider'],
  ]) {
    const refused = await sdk(key).connectSessions.createConnectSession(given).then(() => assert.fail('it was taken'), (error) => error);
    assert.deepEqual([refused.constructor.name.endsWith('Response'), refused.statusCode, refused.message], [true, status, message]);
  }
});
