// Starts the static page: reads config.json once, loads the module under its hashed names, defines the element.

import { define } from './element-class.js';
import { load } from './loader.js';

const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const integrity = document.querySelector('link[rel=preload][type="application/wasm"]')?.integrity;
const absolute = (path) => new URL(path, document.baseURI);

async function config() {
  try {
    const response = await fetch(absolute('config.json'), { cache: 'no-cache' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const element = document.querySelector('stackone-connector-profile');
element.page = { config: await config(), query: location.search, own: true };
define(() => load(() => import(absolute(js)), absolute(wasm), integrity));
