// Starts the static page: reads config.json, loads the module by its hashed names, defines the element.

import { define } from './element-class.js';
import { showFirstView } from './first-view.js';
import { load } from './loader.js';

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const absolute = (path) => new URL(path, document.baseURI);

// Without the file, the form shows a notice and uses its defaults.
async function config() {
  try {
    const response = await fetch(absolute('config.json'), { cache: 'no-cache', signal: AbortSignal.timeout(10_000) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const element = document.querySelector('stackone-connector-profile');
// The module compiles while config.json loads. With integrity it would compile only once it's complete. Its name has a hash.
const module = load(() => import(absolute(js)), absolute(wasm));
// Avoids an unhandled rejection. The element reports the failure when it needs the module.
module.catch(() => {});
const text = await config();
showFirstView(element, text);
// Its values may be percent-encoded.
const query = [...new URLSearchParams(location.search)].map((pair) => pair.join('=')).join('&');
element.page = { config: text, query, own: true };
define(() => module);
