// Shows the first view of the guide or the form until the module runs, and passes on what was typed meanwhile.

import { addStyles } from './styles.js';

// The members of config.json that don't change a first view.
const NEUTRAL = ['apiBaseUrl', 'auth', 'create', 'storage', 'theme', 'timeoutSeconds', 'view'];

/** Shows the first view of `element`, if it's known. `text` is config.json, or null if that couldn't be loaded. */
export function showFirstView(element, text) {
  const content = firstView(element, text);
  if (!content) return;
  const view = document.createElement('div');
  const before = view.attachShadow({ mode: 'open' });
  addStyles(before);
  before.append(content);
  before.addEventListener('submit', (event) => event.preventDefault());
  element.append(view);
  element.addEventListener('ready', () => {
    passOn(before, element.shadowRoot);
    view.remove();
  }, { once: true });
}

// A copy of the view's template in index.html. Other settings or kept progress would change the view.
function firstView(element, text) {
  try {
    const config = JSON.parse(text);
    const query = new URLSearchParams(location.search);
    const place = `stackone-connector-profile:${location.pathname}#`;
    const changed = element.attributes.length || sessionStorage.getItem(place) || localStorage.getItem(place)
      || Object.keys(config).some((name) => !NEUTRAL.includes(name)) || (config.auth ?? 'api-key') !== 'api-key'
      || ['environment', 'profile-id', 'step'].some((name) => query.has(name));
    if (changed) return null;
    const template = document.getElementById(`${query.get('view') || config.view || 'guide'}-view`);
    const content = template.content.cloneNode(true);
    content.firstElementChild.dataset.theme = config.theme ?? 'auto';
    return content;
  } catch {
    return null;
  }
}

function passOn(before, after) {
  const focused = before.activeElement;
  for (const field of before.querySelectorAll('input, textarea')) {
    const twin = after.getElementById(field.id);
    if (field.type === 'radio') {
      if (field.checked && !twin.checked) twin.click();
    } else if (field.value) {
      twin.value = field.value;
      twin.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  }
  if (focused) after.getElementById(focused.id)?.focus();
}
