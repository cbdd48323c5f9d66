// The functions in static/hosting that forward /stackone/, called as their hosts call them. The API is a stub that
// records requests.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, test } from 'node:test';

const folder = new URL('../../static/hosting/', import.meta.url);

// The hosts treat the files as modules, whatever Node does.
async function load(file) {
  const source = await readFile(new URL(file, folder), 'utf8');
  return import(`data:text/javascript,${encodeURIComponent(source)}`);
}

const netlify = await load('netlify/stackone.js');
const cloudflare = await load('cloudflare/functions/stackone/[[path]].js');
const vercel = await load('vercel/api/stackone.js');

const HOSTS = {
  netlify: (request, env, ip) => {
    globalThis.Netlify = { env: { get: (name) => env[name] } };
    return netlify.default(request, { ip });
  },
  cloudflare: (request, env, ip) => {
    request.headers.set('cf-connecting-ip', ip);
    return cloudflare.onRequest({ request, env });
  },
  vercel: (request, env, ip) => {
    for (const name of ['STACKONE_API_KEY', 'STACKONE_ALLOWED']) delete process.env[name];
    Object.assign(process.env, env);
    request.headers.set('x-real-ip', ip);
    // The URL after Vercel's rewrite.
    const url = new URL(request.url);
    url.searchParams.append('path', url.pathname.replace('/stackone/', ''));
    return vercel.default.fetch(new Request(url, request));
  },
};

const real = globalThis.fetch;
let sent;

beforeEach(() => {
  sent = [];
  globalThis.fetch = async (url, init) => {
    const request = new Request(url, init);
    sent.push({
      url: String(url),
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
      redirect: request.redirect,
    });
    const headers = { 'content-type': 'application/json', 'retry-after': '9', 'set-cookie': 'a=b', 'access-control-allow-origin': '*', 'www-authenticate': 'Basic' };
    return new Response('{"statusCode":429}', { status: 429, headers });
  };
});

afterEach(() => {
  globalThis.fetch = real;
});

function request(method, { site = 'same-origin', ...headers } = {}) {
  const browser = { origin: 'https://forms.example.com', cookie: 'a=b', referer: 'https://forms.example.com/', accept: '*/*' };
  return new Request('https://forms.example.com/stackone/connector_profiles?page=1&page_size=25', {
    method,
    headers: { ...browser, 'sec-fetch-site': site, 'content-type': 'application/json', 'user-agent': 'a browser', ...headers },
    body: method === 'GET' ? undefined : '{"name":"Acme"}',
  });
}

for (const [host, call] of Object.entries(HOSTS)) {
  test(`${host} forwards only what the API needs`, async () => {
    for (const method of ['GET', 'POST', 'PATCH']) {
      const answer = await call(request(method, { authorization: 'Basic typed' }), {}, '203.0.113.7');
      assert.equal(answer.status, 429);
      assert.equal(await answer.text(), '{"statusCode":429}');
      assert.deepEqual(Object.fromEntries(answer.headers), {
        'cache-control': 'no-store', 'content-type': 'application/json', 'retry-after': '9',
        'x-content-type-options': 'nosniff',
      });
      const last = sent.pop();
      assert.equal(last.url, 'https://api.stackone.com/connector_profiles?page=1&page_size=25');
      assert.equal(last.method, method);
      assert.equal(last.body, method === 'GET' ? '' : '{"name":"Acme"}');
      assert.equal(last.redirect, 'manual');
      assert.deepEqual(last.headers, {
        accept: '*/*', authorization: 'Basic typed', 'content-type': 'application/json', 'user-agent': 'a browser',
      });
    }
    assert.equal(sent.length, 0);
  });

  test(`${host} adds the key only for allowed browsers and for the page`, async () => {
    const env = { STACKONE_API_KEY: 'v1.eu1.server', STACKONE_ALLOWED: '198.51.100.1, 203.0.113.7' };
    assert.equal((await call(request('POST', { authorization: 'Basic typed' }), env, '203.0.113.7')).status, 429);
    assert.equal(sent.pop().headers.authorization, `Basic ${btoa('v1.eu1.server:')}`);
    assert.equal((await call(request('GET'), { ...env, STACKONE_ALLOWED: '*' }, '192.0.2.1')).status, 429);
    sent.pop();

    const refused = [
      [request('GET'), env, '192.0.2.1'],
      [request('POST', { site: 'cross-site' }), env, '203.0.113.7'],
      [request('POST', { site: 'none' }), { ...env, STACKONE_ALLOWED: '*' }, '203.0.113.7'],
      [request('GET'), { STACKONE_API_KEY: 'v1.eu1.server' }, '203.0.113.7'],
    ];
    for (const [question, settings, ip] of refused) assert.equal((await call(question, settings, ip)).status, 403);
    assert.equal(sent.length, 0);
  });
}

const asked = JSON.parse(await readFile(new URL('../fixtures/asked_of_stackone.json', import.meta.url), 'utf8'));

for (const [host, call] of Object.entries(HOSTS)) {
  test(`${host} forwards with the key only what the form sends`, async () => {
    const env = { STACKONE_API_KEY: 'v1.eu1.server', STACKONE_ALLOWED: '*' };
    for (const { method, path, passes } of asked) {
      const question = new Request(`https://forms.example.com/stackone${path}`, {
        method, headers: { 'sec-fetch-site': 'same-origin' }, body: method === 'GET' ? undefined : '{}',
      });
      const { status } = await call(question, env, '203.0.113.7');
      assert.deepEqual([status === 403, sent.splice(0).length], [!passes, Number(passes)], `${method} ${path}`);
    }
  });

  test(`${host} forwards a megabyte and no more`, async () => {
    for (const [bytes, status] of [[1_048_576, 429], [1_048_577, 413]]) {
      const question = new Request('https://forms.example.com/stackone/connector_profiles', {
        method: 'POST', body: 'x'.repeat(bytes),
      });
      assert.equal((await call(question, {}, '203.0.113.7')).status, status, bytes);
    }
  });
}

for (const [host, call] of Object.entries(HOSTS)) {
  test(`${host} uses the name of the API, and reports a failure`, async () => {
    const asked = { ...Object.fromEntries(request('GET').headers), host: 'forms.example.com' };
    const question = new Request('https://forms.example.com/stackone/accounts', { headers: asked });
    await call(question, {}, '203.0.113.7');
    const [{ url, headers }] = sent.splice(0);
    // A host takes the name and the certificate from the URL, unless a header overrides it.
    assert.deepEqual([url, headers.host], ['https://api.stackone.com/accounts', undefined]);

    globalThis.fetch = async () => { throw new TypeError('fetch failed', { cause: new Error('self-signed certificate') }); };
    const answer = await call(request('POST', { authorization: 'Basic typed' }), {}, '203.0.113.7');
    assert.deepEqual([answer.status, answer.headers.get('cache-control'), await answer.text()], [502, 'no-store', '']);
  });
}

test('Netlify calls it for the path alone', () => assert.deepEqual(netlify.config, { path: '/stackone/*' }));
