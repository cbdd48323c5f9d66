// The custom element: passes attributes and properties to an instance of the form. It is JavaScript because
// wasm-bindgen cannot extend HTMLElement.

import { failures } from './failures.js';

const ATTRIBUTES = ['api-base-url', 'auth', 'environment', 'heading', 'locale', 'name', 'profile-id', 'scopes', 'theme', 'view'];
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
      const note = document.createElement('p');
      note.setAttribute('role', 'alert');
      note.dataset.failure = code;
      note.textContent = failures[code];
      const reload = document.createElement('button');
      reload.textContent = 'Reload the page';
      reload.onclick = () => location.reload();
      this.shadowRoot.replaceChildren(note, reload);
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
