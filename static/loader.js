// Loads the WebAssembly module once, and tells apart the ways in which that can fail.

import { addStyles } from './styles.js';

/** A module that cannot run. `code` names a row of the table in element-class.js. */
export class LoadError extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'LoadError';
    this.code = code;
  }
}

let loaded;

/** Resolves to the module's exports. `glue` imports its script; `source` is its URL, a Response or bytes. */
export function load(glue, source, integrity) {
  loaded ??= start(glue, source, integrity).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function start(glue, source, integrity) {
  if (typeof WebAssembly !== 'object') throw new LoadError('no-webassembly');
  // Only the document learns that a policy blocks a file. It gets events for other files and report-only policies, too.
  let forbidden = false;
  const note = ({ blockedURI, disposition, effectiveDirective }) => {
    const ours = /^(wasm-)?eval$/.test(blockedURI) || beside(source, blockedURI);
    forbidden ||= ours && disposition === 'enforce' && /^(connect|script)-src/.test(effectiveDirective);
  };
  globalThis.document?.addEventListener('securitypolicyviolation', note);
  try {
    const answer = module(source, integrity);
    // If both fail, the script's failure is reported. This avoids an unhandled rejection of the other.
    answer.catch(() => {});
    const wasm = await script(glue);
    await wasm.default({ module_or_path: await answer });
    return { ...wasm, mount: (target, config) => styled(target, wasm.mount(target, config)) };
  } catch (error) {
    // The event follows shortly after the failure.
    await new Promise((resolve) => setTimeout(resolve, 50));
    // WebKit names the policy in the error only.
    if (forbidden || /CSP|Content Security|unsafe-eval/.test(error.message)) throw new LoadError('blocked', error);
    if (error instanceof LoadError) throw error;
    // The connection broke during compilation; a malformed module throws a `CompileError`.
    throw new LoadError(error instanceof TypeError ? 'unreachable' : 'broken', error);
  } finally {
    globalThis.document?.removeEventListener('securitypolicyviolation', note);
  }
}

function styled(target, instance) {
  addStyles(target.shadowRoot);
  return instance;
}

// Whether a blocked URL is in the module's folder, or for bytes in this file's. Some engines report only the origin.
function beside(source, address) {
  const named = (source instanceof URL || typeof source === 'string') && URL.canParse(source, document.baseURI);
  const module = new URL(named ? source : import.meta.url, document.baseURI);
  return address === module.origin || address.startsWith(new URL('.', module).href);
}

async function script(glue) {
  try {
    return await glue();
  } catch (error) {
    throw new LoadError(offline() ? 'offline' : 'script', error);
  }
}

async function module(source, integrity) {
  if (!(source instanceof URL || typeof source === 'string' || source instanceof Response)) return source;
  if (source instanceof URL && source.protocol === 'file:') {
    // Node's fetch reads no files. The variable hides the import from bundlers.
    const files = 'node:fs/promises';
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(source);
  }
  const response = source instanceof Response ? source : await fetched(source, integrity);
  if (!response.ok) throw new LoadError(response.status === 404 ? 'missing' : 'unreachable');
  // A browser compiles such a response while it downloads.
  if (isModule(response)) return response;
  // A Response that the caller passes in may have any type.
  if (response !== source) throw new LoadError('type');
  return response.arrayBuffer();
}

// A cache may contain an error page, and a wrong integrity hides the status: ask again without both.
async function fetched(source, integrity) {
  const options = integrity ? { integrity } : {};
  const failed = (error) => { throw new LoadError(offline() ? 'offline' : 'unreachable', error); };
  const first = await fetch(source, options).catch(() => undefined);
  if (first?.ok) return first;
  const status = await fetch(source, { method: 'HEAD', cache: 'reload' }).catch(failed);
  // Asking again helps only if the file is there and has the right type.
  const hopeless = !status.ok || !isModule(status);
  return hopeless ? status : fetch(source, { ...options, cache: 'reload' }).catch(failed);
}

const isModule = (response) => (response.headers.get('Content-Type') ?? '').startsWith('application/wasm');
const offline = () => typeof navigator === 'object' && navigator.onLine === false;
