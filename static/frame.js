// The host side of the form in a frame. Importing this file defines <stackone-connector-profile-frame>: an <iframe>
// with embed.html, its counterpart. The host page gets the attributes, properties and events of
// <stackone-connector-profile> and cannot see what is typed.
//
// The frame sends `hello`. The answer `welcome` goes only to the frame's origin and carries one end of a channel.
// Everything else goes through that channel, which no third party can read or write.

const TAG = 'stackone-connector-profile-frame';
const PROTOCOL = 'stackone-connector-profile/1:';
const ATTRIBUTES = ['api-base-url', 'auth', 'environment', 'heading', 'locale', 'name', 'profile-id', 'scopes', 'theme', 'view'];
const OWN_ATTRIBUTES = ['label', 'src'];
const PROPERTIES = ['getAuthorization', 'messages'];
const EVENTS = ['ready', 'step', 'validation', 'authorize', 'profile-created', 'profile-updated', 'profile-failed', 'account-linked', 'close'];
// Without `allow-same-origin` the form could not call its API, without `allow-forms` its button would not work. The
// frame cannot navigate the host page, open dialogs or download.
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';
const PATIENCE = 10_000;
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// Does nothing on a second import, or on a server without custom elements.
if (globalThis.customElements && !customElements.get(TAG)) customElements.define(TAG, frameClass());

// Copies the texts into a plain object, because `postMessage` cannot clone reactive objects of frameworks, or values
// such as functions. A value that is not a text becomes `false`, which the form reports as unusable.
function wording(messages) {
  if (messages == null) return null;
  const entry = (name) => {
    try {
      const text = messages[name];
      return [name, text == null || typeof text === 'string' ? text : false];
    } catch {
      return [name, false];
    }
  };
  try {
    return typeof messages === 'object' && !Array.isArray(messages) && Object.fromEntries(Object.keys(messages).map(entry));
  } catch {
    return false;
  }
}

function frameClass() {
  // A strict policy forbids <style>, so this is a constructed style sheet.
  const styles = new CSSStyleSheet();
  styles.replaceSync(`:host { display: block; position: relative; }
    i { position: absolute; width: 100%; scroll-margin: 48px; visibility: hidden; pointer-events: none; }
    iframe { display: block; width: 100%; height: 640px; border: 0; }
    p { margin: 0; overflow-wrap: anywhere; }
    :host([hidden]), [hidden] { display: none; }`);

  return class extends HTMLElement {
    static observedAttributes = [...ATTRIBUTES, ...OWN_ATTRIBUTES];
    #own = {};
    #frame;
    #origin;
    #port;
    #gone;
    #timer;

    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
    }

    connectedCallback() {
      for (const name of [...PROPERTIES, ...this.constructor.observedAttributes.map(camel)]) this.#takeOver(name);
      if (!this.#gone) this.#open();
    }

    // A browser reloads a moved frame, so it is removed at once. Only `moveBefore` keeps it.
    disconnectedCallback() {
      this.#close();
    }

    connectedMoveCallback() {}

    attributeChangedCallback(name, before, now) {
      if (!this.#gone || before === now) return;
      if (name === 'src') {
        this.#close();
        this.#open();
      } else if (name === 'label') {
        this.#name();
      } else {
        this.#configure();
      }
    }

    focus() {
      // Focuses the frame itself until the form in it can take the focus.
      this.#frame?.focus();
      this.#port?.postMessage({ type: 'focus' });
    }

    reset() {
      this.#port?.postMessage({ type: 'reset' });
    }

    #open() {
      const [src, base] = this.hasAttribute('src')
        ? [this.getAttribute('src'), document.baseURI] : ['embed.html', import.meta.url];
      const url = URL.canParse(src, base) ? new URL(src, base) : { protocol: '', origin: src };
      this.#gone = new AbortController();
      this.#origin = url.origin;
      if (!/^https?:$/.test(url.protocol)) return this.#unreachable();
      addEventListener('message', (event) => this.#hear(event), { signal: this.#gone.signal });
      this.#timer = setTimeout(() => this.#unreachable(), PATIENCE);
      this.#frame = document.createElement('iframe');
      this.#frame.allow = 'clipboard-write';
      this.#frame.setAttribute('sandbox', SANDBOX);
      this.#frame.dataset.ignored = 0;
      this.#name();
      this.#frame.src = url;
      this.shadowRoot.replaceChildren(this.#frame);
    }

    #close() {
      this.#gone?.abort();
      this.#port?.close();
      clearTimeout(this.#timer);
      this.#gone = this.#port = this.#frame = undefined;
      this.shadowRoot.replaceChildren();
    }

    #name() {
      if (this.#frame) this.#frame.title = this.getAttribute('label') ?? 'Connect Salesforce';
    }

    #hear({ source, origin, data }) {
      const frames = source === this.#frame.contentWindow && origin === this.#origin;
      if (frames && data?.type === `${PROTOCOL}hello`) this.#welcome();
      else this.#ignore();
    }

    #welcome() {
      clearTimeout(this.#timer);
      // `hello` may arrive late, or again after a reload inside the frame.
      this.#port?.close();
      this.#frame.hidden = false;
      this.shadowRoot.querySelector('p')?.remove();
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = ({ data }) => this.#take(data, port1);
      const place = `${location.pathname}#${this.id}`;
      const welcome = { type: `${PROTOCOL}welcome`, place, ...this.#config() };
      this.#frame.contentWindow.postMessage(welcome, this.#origin, [port2]);
    }

    #take(data, port) {
      const type = data?.type;
      if (type === 'event' && EVENTS.includes(data.name)) this.#dispatch(data.name, data.detail);
      else if (type === 'height' && Number.isFinite(data.height)) this.#frame.style.height = `${data.height}px`;
      else if (type === 'focused' && Number.isFinite(data.top + data.height)) this.#reveal(data);
      else if (type === 'authorize') this.#authorize(data.id, port);
      else this.#ignore();
    }

    #ignore() {
      this.#frame.dataset.ignored = Number(this.#frame.dataset.ignored) + 1;
    }

    // In WebKit, a cross-origin frame cannot scroll its host, so the host scrolls to the focused element unless it is
    // visible.
    #reveal({ top, height }) {
      const place = document.createElement('i');
      Object.assign(place.style, { top: `${top}px`, height: `${height}px` });
      this.shadowRoot.append(place);
      place.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      place.remove();
    }

    // Called for each request; the value is not kept.
    async #authorize(id, port) {
      try {
        port.postMessage({ type: 'authorization', id, value: await this.#own.getAuthorization() });
      } catch (error) {
        port.postMessage({ type: 'authorization', id, error: String(error?.message ?? error) });
      }
    }

    #configure() {
      this.#port?.postMessage({ type: 'configure', ...this.#config() });
    }

    #config() {
      const attributes = Object.fromEntries(ATTRIBUTES.map((name) => [name, this.getAttribute(name)]));
      attributes.locale ??= this.closest('[lang]')?.lang || navigator.language;
      return { attributes, messages: wording(this.#own.messages), authorizes: typeof this.#own.getAuthorization === 'function' };
    }

    #unreachable() {
      const message = `The form at ${this.#origin} isn’t responding. Reload the page. If that doesn’t help, contact its owner.`;
      const note = document.createElement('p');
      note.setAttribute('role', 'alert');
      note.dataset.failure = 'unreachable';
      note.textContent = message;
      if (this.#frame) this.#frame.hidden = true;
      this.shadowRoot.append(note);
      this.#dispatch('profile-failed', { code: 'unreachable', message, retryable: true });
    }

    #dispatch(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }

    // A property that was set before the class was defined hides the accessor. Pass its value on.
    #takeOver(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }

    #set(name, value) {
      this.#own[name] = value;
      this.#configure();
    }

    static {
      for (const name of PROPERTIES) {
        Object.defineProperty(this.prototype, name, {
          get() { return this.#own[name]; },
          set(value) { this.#set(name, value); },
        });
      }
      for (const name of this.observedAttributes) {
        Object.defineProperty(this.prototype, camel(name), {
          get() { return this.getAttribute(name) ?? ''; },
          set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
        });
      }
    }
  };
}
