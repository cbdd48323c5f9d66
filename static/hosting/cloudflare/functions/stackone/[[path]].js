// Forwards /stackone/ to StackOne's API, on Cloudflare Pages; _headers has the commands. Cloudflare's timeout is
// longer than timeoutSeconds in config.json.
//
// To keep the API key on the server, so that no one types it and no browser sees it:
//
//   npx wrangler pages secret put STACKONE_API_KEY
//   npx wrangler pages secret put STACKONE_ALLOWED
//
// and set "auth": "none" in config.json. ANYONE WHO CAN REACH THE PAGE CAN NOW USE THE KEY, so say
// who may: STACKONE_ALLOWED lists the IP addresses of browsers, such as your office's;
// * leaves it to Cloudflare Access. Without it, no one may.

const API = 'https://api.stackone.com';
const PASSED_ON = ['authorization', 'content-type', 'accept', 'user-agent'];
const PASSED_BACK = ['content-type', 'retry-after'];
const LONGEST = 1_048_576;

// What the form sends; with the key, nothing else passes. If you change create.path in config.json, change it here, too.
const ASKED = [
  [/^\/connector_profiles(\/[^/%]+(\/(versions|pinned_version))?)?$/, ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']],
  [/^\/(actions|accounts)$/, ['GET']],
  [/^\/connect_sessions(\/[^/%]+)?$/, ['GET', 'POST']],
];

// The API refuses browsers and must not get cookies, so only the headers above are forwarded. Never retries.
async function forward(url, request, { key, allowed = '', address }) {
  const headers = only(PASSED_ON, request.headers);
  const path = url.pathname.replace(/^\/stackone/, '');
  if (key) {
    // Lets requests use the key: only from these addresses, and from no page of another site.
    const known = allowed === '*' || allowed.split(/[ ,]+/).includes(address);
    const asked = ASKED.some(([paths, methods]) => paths.test(path) && methods.includes(request.method));
    const ours = request.headers.get('sec-fetch-site') === 'same-origin';
    if (!known || !asked || !ours) return new Response(null, { status: 403 });
    headers.set('authorization', `Basic ${btoa(`${key}:`)}`);
  }
  const body = ['GET', 'HEAD'].includes(request.method) ? undefined : await request.arrayBuffer();
  if (body?.byteLength > LONGEST) return new Response(null, { status: 413 });
  const question = { method: request.method, headers, body, redirect: 'manual' };
  // The API is unreachable or has a wrong certificate, so the outcome of the request is unknown.
  const answer = await fetch(API + path + url.search, question).catch(() => new Response(null, { status: 502 }));
  const back = only(PASSED_BACK, answer.headers);
  back.set('x-content-type-options', 'nosniff');
  back.set('cache-control', 'no-store');
  return new Response(answer.body, { status: answer.status, headers: back });
}

function only(names, headers) {
  return new Headers(names.flatMap((name) => headers.has(name) ? [[name, headers.get(name)]] : []));
}

export const onRequest = ({ request, env }) => forward(new URL(request.url), request, {
  key: env.STACKONE_API_KEY,
  allowed: env.STACKONE_ALLOWED,
  address: request.headers.get('cf-connecting-ip'),
});
