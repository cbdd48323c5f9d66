// Loads the WebAssembly module once, and tells apart the ways in which that can fail. Called by index.js and boot.js.

/** A module that cannot run. `code` names a row of the table in failures.js. */
export class LoadError extends Error {
  constructor(code, cause) {
    super(code, { cause });
    this.name = 'LoadError';
    this.code = code;
  }
}

let loaded;

/**
 * Resolves to the module's exports. `glue` imports the JavaScript beside the module; `source` is where the module is:
 * a URL, a Response or bytes. A failed load may be tried again.
 */
export function load(glue, source, integrity) {
  loaded ??= start(glue, source, integrity).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function start(glue, source, integrity) {
  if (typeof WebAssembly !== 'object') throw new LoadError('no-webassembly');
  // A policy that forbids a file says so to the document, not to whoever asked for the file. It also tells of other files of
  // the page, and of what it only reports.
  let forbidden = false;
  const note = ({ blockedURI, disposition, effectiveDirective }) => {
    const ours = /^(wasm-)?eval$/.test(blockedURI) || beside(source, blockedURI);
    forbidden ||= ours && disposition === 'enforce' && /^(connect|script)-src/.test(effectiveDirective);
  };
  globalThis.document?.addEventListener('securitypolicyviolation', note);
  try {
    const [wasm, answer] = await Promise.all([script(glue), module(source, integrity)]);
    await wasm.default({ module_or_path: answer });
    return wasm;
  } catch (error) {
    // It says so just after the request failed.
    await new Promise((resolve) => setTimeout(resolve, 50));
    // WebKit says it in the error alone.
    if (forbidden || /CSP|Content Security|unsafe-eval/.test(error.message)) throw new LoadError('blocked', error);
    if (error instanceof LoadError) throw error;
    // The connection broke while the module was being compiled. What cannot be compiled is a `CompileError`.
    throw new LoadError(error instanceof TypeError ? 'unreachable' : 'broken', error);
  } finally {
    globalThis.document?.removeEventListener('securitypolicyviolation', note);
  }
}

// Whether an address is in the folder of the module, where its script is too: of a module that is handed over as bytes, in the
// folder of this file. Of another origin, some engines tell no more than that.
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
    // Node reads files, its fetch does not. The name is in a variable so that bundlers for browsers leave it alone.
    const files = 'node:fs/promises';
    return (await import(/* @vite-ignore */ /* webpackIgnore: true */ files)).readFile(source);
  }
  const response = source instanceof Response ? source : await fetched(source, integrity);
  if (!response.ok) throw new LoadError(response.status === 404 ? 'missing' : 'unreachable');
  // A browser compiles this while it arrives.
  if (isModule(response)) return response;
  // Whoever hands over a response of another type knows what it is.
  if (response !== source) throw new LoadError('type');
  return response.arrayBuffer();
}

// A cache may hold an error page, and an integrity that does not match hides its status: ask again, past both.
async function fetched(source, integrity) {
  const options = integrity ? { integrity } : {};
  const failed = (error) => { throw new LoadError(offline() ? 'offline' : 'unreachable', error); };
  const first = await fetch(source, options).catch(() => undefined);
  if (first?.ok) return first;
  const status = await fetch(source, { method: 'HEAD', cache: 'reload' }).catch(failed);
  // A page of the host's own in place of the file has no chance; its type tells below.
  const hopeless = !status.ok || !isModule(status);
  return hopeless ? status : fetch(source, { ...options, cache: 'reload' }).catch(failed);
}

const isModule = (response) => (response.headers.get('Content-Type') ?? '').startsWith('application/wasm');
const offline = () => typeof navigator === 'object' && navigator.onLine === false;
