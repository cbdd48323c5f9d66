// The custom element: attributes and properties in, an instance of the form inside. It is JavaScript because
// wasm-bindgen cannot extend HTMLElement; it decides nothing that the module could.

import { failures } from './failures.js';

const ATTRIBUTES = ['api-base-url', 'auth', 'environment', 'locale', 'name', 'profile-id', 'scopes', 'theme', 'view'];
const PROPERTIES = ['getAuthorization', 'messages'];
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

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
      // Until the module runs, what the page put inside shows: a skeleton, or a message. No `delegatesFocus`: a click on
      // plain text would move the focus, and in WebKit the page, to the first field.
      this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
    }

    async connectedCallback() {
      for (const name of [...PROPERTIES, ...ATTRIBUTES.map(camel), 'page']) this.#takeOver(name);
      // Moved or brought back while it loads, it goes on with that load.
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
      // A move in the document disconnects and connects in one go; only what stays away is taken down.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#call('destroy');
        this.#call('free');
        this.#instance = undefined;
      });
    }

    // With this, `moveBefore` moves without a word.
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

    // The module reports its panics itself; an exhausted stack or memory it cannot.
    #call(name, ...values) {
      try {
        this.#instance?.[name](...values);
      } catch (error) {
        if (!this.shadowRoot.querySelector('[data-failure]')) this.#failed(error);
      }
    }

    // A property set before the class was known hides the accessor; hand its value over.
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
      const note = document.createElement('p');
      note.setAttribute('role', 'alert');
      note.dataset.failure = code;
      note.textContent = failures[code];
      this.shadowRoot.replaceChildren(note);
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
