// The custom element: passes attributes and properties to an instance of the form. It is JavaScript because
// wasm-bindgen cannot extend HTMLElement.

const ATTRIBUTES = ['api-base-url', 'auth', 'environment', 'heading', 'locale', 'name', 'profile-id', 'scopes', 'theme', 'view'];
const PROPERTIES = ['getAuthorization', 'messages'];
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** The texts if the module, which has all others, cannot run. The codes come from loader.js. */
export const failures = {
  'no-webassembly': 'This browser has no WebAssembly, or it’s turned off. Open this page in a current version of Chrome, Edge, Firefox, or Safari.',
  blocked: 'This page’s security policy blocks WebAssembly or one of the form’s files. The site’s owner can add \'wasm-unsafe-eval\' and the form’s address to script-src, and the address to connect-src.',
  missing: 'We couldn’t load this form: a file is missing on the server (404). Reload the page. If that doesn’t help, the site’s owner can upload the whole folder again.',
  type: 'The server sends the .wasm file with the wrong type. Reload the page, in case it’s an old copy. If that doesn’t help, the site’s owner can set the type to application/wasm.',
  script: 'We couldn’t load one of the form’s scripts: it’s missing, or the server sends it with the wrong type. Reload the page. If that doesn’t help, the site’s owner can upload the whole folder again.',
  offline: 'You’re offline. Reconnect, then reload the page.',
  unreachable: 'We couldn’t load one of the form’s files. Check your connection, then reload the page. If that doesn’t help, contact the site’s owner: the server or a firewall may be blocking it.',
  broken: 'Something went wrong, and this form couldn’t start. Reload the page. If that doesn’t help, contact the site’s owner.',
};

/** Defines the element once. `load` resolves to the module's exports. */
export function define(load, tag = 'stackone-connector-profile', version) {
  const known = customElements.get(tag);
  if (known && known.version !== version && !known.warned) {
    known.warned = true;
    console.warn(`<${tag}> is defined already, by another version: ${known.version}, not ${version}.`);
  }
  if (known) return;

  class ConnectorProfileElement extends HTMLElement {
    static version = version;
    static observedAttributes = ATTRIBUTES;
    #instance;
    #own = {};
    #loading = false;

    constructor() {
      super();
      // The slot shows the page's placeholder. With `delegatesFocus`, a click on text would focus the first field.
      this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    }

    async connectedCallback() {
      for (const name of [...PROPERTIES, ...ATTRIBUTES.map(camel), 'page']) this.#takeOver(name);
      // A moved element keeps loading.
      if (this.#instance || this.#loading) return;
      this.#loading = true;
      try {
        const wasm = await load();
        if (this.isConnected && !this.#instance) this.#instance = wasm.mount(this, this.#config());
      } catch (error) {
        if (this.isConnected) this.#failed(error);
      } finally {
        this.#loading = false;
      }
    }

    disconnectedCallback() {
      // A move disconnects and connects in one task. Only an element that stays disconnected is removed.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#call('destroy');
        this.#call('free');
        this.#instance = undefined;
      });
    }

    // Lets `moveBefore` move the element without reconnecting it.
    connectedMoveCallback() {}

    attributeChangedCallback() {
      this.#call('update', this.#config());
    }

    focus() {
      this.#call('focus');
    }

    reset() {
      this.#call('reset');
    }

    // The module reports its panics itself, but cannot report an exhausted stack or memory.
    #call(name, ...values) {
      try {
        this.#instance?.[name](...values);
      } catch (error) {
        if (!this.shadowRoot.querySelector('[data-failure]')) this.#failed(error);
      }
    }

    // A property that is set before the definition hides the accessor.
    #takeOver(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }

    #config() {
      const config = { ...this.#own };
      for (const name of ATTRIBUTES) config[camel(name)] = this.getAttribute(name);
      return config;
    }

    #failed(error) {
      const code = error?.code in failures ? error.code : 'broken';
      const [root, card, note, reload] = ['div', 'div', 'p', 'button'].map((name) => document.createElement(name));
      root.className = 'scp';
      root.dataset.theme = this.getAttribute('theme') ?? 'auto';
      card.className = 'card section';
      note.setAttribute('role', 'alert');
      note.dataset.failure = code;
      note.textContent = failures[code];
      reload.className = 'button is-primary';
      reload.textContent = 'Reload the page';
      reload.onclick = () => location.reload();
      card.append(note);
      if (code !== 'no-webassembly' && code !== 'blocked') card.append(reload);
      root.append(card);
      this.shadowRoot.replaceChildren(root);
      // The styles may be the file that's missing.
      import('./styles.js').then(({ addStyles }) => addStyles(this.shadowRoot), () => {});
      const retryable = code === 'offline' || code === 'unreachable';
      const detail = { code, message: failures[code], retryable };
      this.dispatchEvent(new CustomEvent('profile-failed', { bubbles: true, composed: true, detail }));
    }

    set(name, value) {
      this.#own[name] = value;
      this.#call('update', this.#config());
    }

    get(name) {
      return this.#own[name];
    }
  }

  const prototype = ConnectorProfileElement.prototype;
  for (const name of [...PROPERTIES, 'page']) {
    Object.defineProperty(prototype, name, {
      get() { return this.get(name); },
      set(value) { this.set(name, value); },
    });
  }
  for (const name of ATTRIBUTES) {
    Object.defineProperty(prototype, camel(name), {
      get() { return this.getAttribute(name) ?? ''; },
      set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
    });
  }
  customElements.define(tag, ConnectorProfileElement);
}
