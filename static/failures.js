// The texts if the module, which has all others, cannot run. The codes come from loader.js.

export const failures = {
  'no-webassembly': 'This browser has no WebAssembly, or it’s turned off. Open this page in a current version of Chrome, Edge, Firefox, or Safari.',
  blocked: 'This page’s security policy blocks WebAssembly or one of the form’s files. The site’s owner can add \'wasm-unsafe-eval\' and the form’s address to script-src, and the address to connect-src.',
  missing: 'We couldn’t load this form: a file is missing on the server (404). Reload the page. If that doesn’t help, the site’s owner can upload the whole folder again.',
  type: 'The server sends the .wasm file with the wrong type. Reload the page: an old copy may ask for files that are gone. If that doesn’t help, the site’s owner can set the type to application/wasm.',
  script: 'We couldn’t load one of the form’s scripts: it’s missing, or the server sends it with the wrong type. Reload the page. If that doesn’t help, the site’s owner can upload the whole folder again.',
  offline: 'You’re offline. Reconnect, then reload the page.',
  unreachable: 'We couldn’t load one of the form’s files. Check your connection, then reload the page. If that doesn’t help, contact the site’s owner: the server or a firewall may be blocking it.',
  broken: 'Something went wrong, and this form couldn’t start. Reload the page. If that doesn’t help, contact the site’s owner.',
};
