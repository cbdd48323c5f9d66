// The entry of the package: functions around the WebAssembly module. Importing it does nothing, in a browser or on a
// server; `init` loads the module.

import { define } from './element-class.js';

import { version } from './version.js';

export { version };

let wasm;

/** Loads the module once. `source`: a URL, a Response or bytes; by default the file beside this one. */
export async function init(source) {
  const { load } = await import('./loader.js');
  const glue = () => import('./stackone_connector_profile.js');
  wasm = await load(glue, source ?? new URL('./stackone_connector_profile_bg.wasm', import.meta.url));
}

/** Thrown by functions that need a valid draft, if the draft has errors. */
export class ValidationError extends Error {
  constructor(issues) {
    super(issues.map((issue) => `${issue.field}: ${issue.message}`).join(' '));
    this.name = 'ValidationError';
    this.issues = issues;
  }
}

function ready() {
  if (!wasm) throw new Error('Call `await init()` first.');
  return wasm;
}

function valid(result) {
  if (result.issues) throw new ValidationError(result.issues);
  return result;
}

export const validate = (draft, options) => ready().validate(draft, options ?? {});
export const authorizationUrl = (draft, options) => valid(ready().authorizationUrl(draft, options ?? {})).url;
export const createRequest = (draft, config) => valid(ready().createRequest(draft, config ?? {}));
export const explainError = (text) => ready().explainError(String(text));
export const scopes = () => ready().scopes();
export const mount = (target, config) => ready().mount(target, config ?? {});

/** Defines the element; the module is loaded when the first one is on a page. A server has no elements. */
export function defineElement(tag) {
  if (typeof customElements === 'object') define(async () => {
    await init();
    return wasm;
  }, tag, version);
}
