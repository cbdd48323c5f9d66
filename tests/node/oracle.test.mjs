// Checks authorization URLs with a certified OpenID provider, configured like Salesforce for StackOne: the client, its
// one callback URL, its scopes. It accepts what the package builds and rejects broken URLs.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';

const target = new URL('../../target/', import.meta.url);
const { default: Provider } = await import(new URL('consumers/node_modules/oidc-provider/lib/index.js', target));
const connector = await import(new URL('npm/index.js', target));
await connector.init(await readFile(new URL('npm/stackone_connector_profile_bg.wasm', target)));

const KEY = `3MVG9${'aB3._'.repeat(16)}`;
const CALLBACK = 'https://api.stackone.com/connect/oauth2/salesforce/callback';
const draft = { name: '', clientId: KEY, clientSecret: '', scopes: '', environment: 'production', myDomain: '', actions: null };

const provider = new Provider('http://127.0.0.1', {
  clients: [{
    client_id: KEY,
    client_secret: 'not-asked-for-here',
    redirect_uris: [CALLBACK],
    response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: 'api refresh_token offline_access chatter_api my_scope',
  }],
  scopes: [...connector.scopes().map(({ name }) => name), 'my_scope'],
  pkce: { required: () => false },
  routes: { authorization: '/services/oauth2/authorize' },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  cookies: { keys: ['a key of this test'] },
  renderError(context, { error, error_description }) {
    context.body = `${error}: ${error_description}`;
  },
});
const server = provider.listen(0, '127.0.0.1');
await once(server, 'listening');
after(() => server.close());

/** What the provider makes of a URL: the request as it understood it, or the error and where it shows. */
async function checked(url) {
  const { pathname, search } = new URL(url);
  const answer = await fetch(`http://127.0.0.1:${server.address().port}${pathname}${search}`, { redirect: 'manual' });
  if (answer.status !== 303) return { refused: await answer.text() };
  const place = new URL(answer.headers.get('location'), 'http://127.0.0.1');
  const uid = place.pathname.match(/^\/interaction\/(.+)$/)?.[1];
  if (!uid) return { refused: place.searchParams.get('error') ?? new URLSearchParams(place.hash.slice(1)).get('error') };
  return { taken: (await provider.Interaction.find(uid)).params };
}

// An OpenID provider drops `offline_access` unless it asks for consent; Salesforce does not.
const consent = { prompt: 'consent' };
const usual = { client_id: KEY, redirect_uri: CALLBACK, response_type: 'code' };

for (const [what, changes, options, more] of [
  ['the default scopes', {}, consent, { scope: 'api refresh_token offline_access', ...consent }],
  ['scopes of its own', { scopes: 'API, my_scope; refresh_token' }, {}, { scope: 'api my_scope refresh_token' }],
  ['a label of Salesforce', { scopes: 'Perform requests at any time (refresh_token, offline_access)' }, consent, { scope: 'refresh_token offline_access', ...consent }],
  ['a sandbox with My Domain', { environment: 'sandbox', myDomain: 'acme--uat.sandbox.my.salesforce.com' }, consent, { scope: 'api refresh_token offline_access', ...consent }],
  ['every option', {}, { state: 'a b&c=d+e%', prompt: 'login consent', loginHint: 'ä@b.example' }, { scope: 'api refresh_token offline_access', state: 'a b&c=d+e%', prompt: 'login consent', login_hint: 'ä@b.example' }],
]) {
  test(`it takes a URL with ${what}, and understands it as it is meant`, async () => {
    const { taken, refused } = await checked(connector.authorizationUrl({ ...draft, ...changes }, options));
    assert.equal(refused, undefined);
    assert.deepEqual({ ...taken }, { ...usual, ...more });
  });
}

const url = connector.authorizationUrl(draft);

for (const [what, broken, refused] of [
  ['another key', url.replace('client_id=3', 'client_id=4'), /invalid_client/],
  ['a key cut short', url.replace('3MVG9aB3', '3MVG9'), /invalid_client/],
  ['no key', url.replace(/client_id=[^&]*&/, ''), /invalid_request/],
  ['a slash behind the callback', url.replace('%2Fcallback', '%2Fcallback%2F'), /invalid_redirect_uri|redirect_uri/],
  ['another callback', connector.authorizationUrl(draft, { redirectUri: 'https://evil.example/callback' }), /redirect_uri/],
  ['another response type', url.replace('response_type=code', 'response_type=token'), /unsupported_response_type/],
  ['no response type', url.replace('response_type=code&', ''), /invalid_request/],
  ['a scope that the app lacks', connector.authorizationUrl({ ...draft, scopes: 'full refresh_token' }), /invalid_scope/],
]) {
  test(`it refuses a URL with ${what}`, async () => {
    assert.notEqual(broken, url);
    assert.match((await checked(broken)).refused ?? 'taken', refused);
  });
}
