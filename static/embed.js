// The page in the frame, the counterpart of frame.js. It greets its parent, checks that the parent is allowed, starts
// the element with the parent's settings, and passes the element's events on. Typed values go only to the API.

// The text of the element's class, which may be the script that is missing.
const MISSING = 'We couldn’t load one of the form’s scripts: it’s missing, or the server sends it with the wrong type. Reload the page. If that doesn’t help, the site’s owner can upload the whole folder again.';

const PROTOCOL = 'stackone-connector-profile/1:';
const ATTRIBUTES = ['api-base-url', 'auth', 'environment', 'heading', 'locale', 'name', 'profile-id', 'scopes', 'theme', 'view'];
const EVENTS = ['ready', 'step', 'validation', 'authorize', 'profile-created', 'profile-updated', 'profile-failed', 'account-linked', 'close'];
const element = document.querySelector('stackone-connector-profile');

const config = await read('config.json');
const settings = parse(config);
let port;
let given = {};
let ignored = 0;

addEventListener('message', (event) => {
  const { source, origin, data, ports } = event;
  const greets = source === parent && data?.type === `${PROTOCOL}welcome` && ports.length === 1 && fits(data);
  if (port || parent === window || !greets) return ignore();
  const problem = stranger(origin) || elsewhere(data);
  if (!problem) return start(ports[0], data, origin);
  ignore();
  show('refused', problem);
  ports[0].postMessage(failure('refused', problem, false));
});

if (parent === window) show('alone', 'This form only works inside another page. Open that page instead.');
// To any origin, because the parent is not known yet. The message contains nothing.
else parent.postMessage({ type: `${PROTOCOL}hello` }, '*');

function start(opened, data, origin) {
  port = opened;
  // Progress is kept by the id, and belongs to this place of this host page.
  element.id = `${origin}${data.place}`;
  port.onmessage = (event) => take(event.data);
  for (const name of EVENTS) {
    element.addEventListener(name, ({ detail }) => port.postMessage({ type: 'event', name, detail }));
  }
  // WebKit reports an error if layout changes while sizes are reported, which happens when the form is first drawn. So
  // the form or its message is observed once it is drawn, and measured a frame later.
  const body = document.body;
  const tell = () => port.postMessage({ type: 'height', height: Math.ceil(body.getBoundingClientRect().height) });
  const sizes = new ResizeObserver(() => requestAnimationFrame(tell));
  const watch = () => sizes.observe(body);
  for (const name of ['ready', 'profile-failed']) element.addEventListener(name, watch, { once: true });
  element.page = { config, query: '' };
  configure(data);
  import('./element.js').then(() => element.shadowRoot.addEventListener('focusin', tellFocus), () => {
    show('script', MISSING);
    watch();
    port.postMessage(failure('script', MISSING, false));
  });
}

// Does not report the focus while a mouse button is down: scrolling would move the click target away from the pointer.
let pressed = false;
addEventListener('pointerdown', () => { pressed = true; });
for (const name of ['pointerup', 'pointercancel']) addEventListener(name, () => { pressed = false; });

function tellFocus({ target }) {
  const { top, height } = target.getBoundingClientRect();
  if (!pressed) port.postMessage({ type: 'focused', top, height });
}

function take(data) {
  if (data?.type === 'focus') element.focus();
  else if (data?.type === 'reset') element.reset?.();
  else if (data?.type === 'authorization') answer(data);
  else if (data?.type === 'configure' && fits(data)) {
    const problem = elsewhere(data);
    problem ? port.postMessage(failure('refused', problem, false)) : configure(data);
  } else ignore();
}

// Sets only what changed, so that the form keeps its own changes.
function configure({ attributes: { ...attributes }, messages, authorizes }) {
  // Uses the URL that was checked, and not the text, which the form would parse again.
  const base = attributes['api-base-url'];
  if (typeof base === 'string' && base.trim()) attributes['api-base-url'] = resolved(base).href.replace(/\/path$/, '');
  for (const name of ATTRIBUTES.filter((name) => attributes[name] !== given.attributes?.[name])) {
    const value = attributes[name];
    typeof value === 'string' ? element.setAttribute(name, value) : element.removeAttribute(name);
  }
  if (JSON.stringify(messages) !== JSON.stringify(given.messages)) element.messages = messages;
  if (authorizes !== given.authorizes) element.getAuthorization = authorizes ? ask : undefined;
  given = { attributes, messages, authorizes };
}

// The host page runs its own `getAuthorization` for each request. `questions` are the requests that await its answer.
const questions = new Map();
let asked = 0;

function ask() {
  return new Promise((resolve, reject) => {
    questions.set(++asked, { resolve, reject });
    port.postMessage({ type: 'authorize', id: asked });
  });
}

function answer({ id, value, error }) {
  const question = questions.get(id);
  questions.delete(id);
  typeof error === 'string' ? question?.reject(new Error(error)) : question?.resolve(value);
}

function fits({ attributes }) {
  return typeof attributes === 'object' && attributes !== null;
}

function stranger(origin) {
  const listed = Array.isArray(settings.frameOrigins) && settings.frameOrigins.includes(origin);
  return !listed && origin !== location.origin
    && `This form isn’t set up for pages on ${origin}. Its owner can add that origin to frameOrigins in config.json.`;
}

// A host page that must not see the secrets must not redirect them either, so they go only to this page's origin or to
// that of apiBaseUrl in config.json. `/path` is appended because the form appends a path, too.
function elsewhere({ attributes }) {
  const base = attributes['api-base-url'];
  const allowed = [location.origin, origin(settings.apiBaseUrl)].filter(Boolean);
  return typeof base === 'string' && !allowed.includes(origin(base))
    && `This form doesn’t send anything to ${base}. Its owner can set that address as apiBaseUrl in config.json.`;
}

function origin(base) {
  return resolved(base)?.origin;
}

function resolved(base) {
  const url = `${String(base).replace(/\/+$/, '')}/path`;
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : undefined;
}

async function read(name) {
  try {
    const response = await fetch(new URL(name, document.baseURI), { cache: 'no-cache', signal: AbortSignal.timeout(5_000) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

// Ignores an invalid file here, because the form reports it.
function parse(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

// Counts ignored messages, for debugging and for tests.
function ignore() {
  document.documentElement.dataset.ignored = ++ignored;
}

function failure(code, message, retryable) {
  return { type: 'event', name: 'profile-failed', detail: { code, message, retryable } };
}

function show(code, text) {
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.dataset.failure = code;
  note.textContent = text;
  element.replaceChildren(note);
}
