// Runs in the page before anything else and records what tests check later: policy violations, errors, console
// messages, the element's events, and input events that leave the element.
(() => {
  const seen = { globals: Object.keys(window), violations: [], errors: [], console: [], events: [], leaks: [] };
  Object.defineProperty(window, 'seen', { value: seen });
  const note = (list, name, read) => addEventListener(name, (event) => list.push(read(event)), true);
  note(seen.violations, 'securitypolicyviolation', (event) => `${event.effectiveDirective} ${event.blockedURI}`);
  note(seen.errors, 'error', (event) => event.message ?? `not loaded: ${event.target.src ?? event.target.href}`);
  note(seen.errors, 'unhandledrejection', (event) => `unhandled: ${event.reason}`);
  for (const level of ['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir', 'table']) {
    const write = console[level];
    console[level] = (...words) => {
      seen.console.push(`${level}: ${words.map(String).join(' ')}`);
      write.apply(console, words);
    };
  }
  const host = 'stackone-connector-profile';
  const own = ['ready', 'step', 'validation', 'authorize', 'profile-created', 'profile-updated', 'profile-failed',
    'account-linked', 'close'];
  for (const name of own) {
    addEventListener(name, (event) => {
      if (event.target.localName !== host || !event.composed) return;
      seen.events.push({ name, from: event.target.id, detail: JSON.parse(JSON.stringify(event.detail)) });
    });
  }
  for (const name of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'paste', 'copy', 'cut']) {
    addEventListener(name, (event) => {
      if (event.target.localName === host) seen.leaks.push(name);
    });
  }
})();
