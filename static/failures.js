// The texts for when the module, which has all other texts, cannot run. The codes come from loader.js.

export const failures = {
  'no-webassembly': 'This browser has no WebAssembly, or it is switched off. Open the page in a current Chrome, Edge, Firefox or Safari.',
  blocked: 'The security policy of this page forbids WebAssembly or a file of this form. The people who run the page can add \'wasm-unsafe-eval\' and the address of the form to script-src, and the address to connect-src.',
  missing: 'A file of this form is missing on the server (404). Reload the page; if that does not help, the people who run it can upload the whole folder again.',
  type: 'The server sends the .wasm file with a wrong type. The people who run the page can set it to application/wasm. If the page is an old copy, its files may be gone: reload it.',
  script: 'A script of this form could not be loaded: it is missing, or the server sends it with a wrong type. Reload the page; if that does not help, the people who run it can upload the whole folder again.',
  offline: 'This device is offline. Connect to the network, then reload the page.',
  unreachable: 'A file of this form could not be loaded. Check the network, then reload the page. If that does not help, tell the people who run it: the server or a firewall may refuse it.',
  broken: 'This form could not be started. Reload the page; if that does not help, tell the people who run it.',
};
