// Shows the first view of the guide or the form until the module runs, and passes on what was typed meanwhile.

import { addStyles } from './styles.js';

// The values with which the view is as in its template, and the members that never change it.
const KNOWN = { auth: ['api-key'], storage: ['local', 'session'], theme: ['auto', 'dark', 'light'], view: ['form', 'guide'] };
const NEUTRAL = ['apiBaseUrl', 'create', 'frameOrigins', 'timeoutSeconds'];
// As in the form, nothing of what is typed or pasted reaches the page around it.
const KEPT_INSIDE = [
  'keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'paste', 'copy', 'cut', 'drop', 'compositionstart',
  'compositionupdate', 'compositionend',
];

/** Shows the first view of `element`, if it's known. `config` is the text of config.json, or null. */
export function showFirstView(element, config) {
  const { content, theme } = find(element, config) ?? {};
  if (!content) return;
  const view = document.createElement('div');
  view.setAttribute('theme', theme);
  const root = view.attachShadow({ mode: 'open' });
  addStyles(root);
  root.append(content);
  root.firstElementChild.dataset.theme = theme;
  root.addEventListener('submit', (event) => event.preventDefault());
  for (const name of KEPT_INSIDE) root.addEventListener(name, (event) => event.stopPropagation());

  // In the order in which they were last edited, because an address changes the environment.
  const edited = new Set();
  for (const name of ['input', 'change']) {
    root.addEventListener(name, ({ target }) => {
      edited.delete(target);
      edited.add(target);
    });
  }
  let focused;
  root.addEventListener('focusin', ({ target }) => { focused = target; });
  // A field also loses the focus because the form takes the view's place.
  root.addEventListener('focusout', () => { if (view.checkVisibility()) focused = undefined; });

  element.append(view);
  element.addEventListener('ready', () => {
    edited.forEach((field) => passOn(field, element.shadowRoot));
    focusTwin(focused, element.shadowRoot);
    drop();
  }, { once: true });
  // What was typed is lost with a form that cannot start.
  element.addEventListener('profile-failed', drop, { once: true });

  // No control keeps a secret, whoever still refers to it.
  function drop() {
    for (const field of edited) if (field.type !== 'radio') field.value = '';
    edited.clear();
    focused = undefined;
    view.remove();
  }
}

// A copy of the view's template in index.html, unless the settings, the address or kept progress change the view.
function find(element, text) {
  try {
    const config = JSON.parse(text);
    const query = new URLSearchParams(location.search);
    const key = `stackone-connector-profile:${location.pathname}#`;
    const differs = element.attributes.length || sessionStorage.getItem(key) || localStorage.getItem(key)
      || Object.entries(config).some(([name, value]) => !(KNOWN[name]?.includes(value) ?? NEUTRAL.includes(name)))
      || ['environment', 'profile-id', 'step'].some((name) => query.has(name));
    const view = query.getAll('view').at(-1) || config.view || 'guide';
    const template = differs ? null : document.getElementById(`${view}-view`);
    return template && { content: template.content.cloneNode(true), theme: config.theme ?? 'auto' };
  } catch {
    return null;
  }
}

function passOn(field, form) {
  const twin = form.getElementById(field.id);
  if (!twin) return;
  if (field.type === 'radio') return twin.click();
  twin.value = field.value;
  twin.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

function focusTwin(field, form) {
  const twin = field && form.getElementById(field.id);
  if (!twin) return;
  twin.focus();
  if (field.selectionStart != null) twin.setSelectionRange(field.selectionStart, field.selectionEnd);
}
