// Starts the static page: reads config.json once, loads the module under its hashed names, defines the element.

import { define } from './element-class.js';
import { load } from './loader.js';

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const absolute = (path) => new URL(path, document.baseURI);

// Where it does not come, the form says so and its defaults hold.
async function config() {
  try {
    const response = await fetch(absolute('config.json'), { cache: 'no-cache', signal: AbortSignal.timeout(10_000) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const element = document.querySelector('stackone-connector-profile');
element.page = { config: await config(), query: location.search, own: true };
// Without an integrity: a browser would hold the module back until it had all of it, and compile it only then. The name
// has a hash in it.
define(() => load(() => import(absolute(js)), absolute(wasm)));
