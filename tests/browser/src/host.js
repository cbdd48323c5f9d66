// Runs in a host page before anything else and records what reaches it from the form in the frame: every message, by
// window or by channel, and every event.
(() => {
  const received = { events: [], messages: [] };
  Object.defineProperty(window, 'received', { value: received });
  const keep = (event) => received.messages.push(JSON.stringify(event.data) ?? '');
  addEventListener('message', keep);
  const Channel = MessageChannel;
  window.MessageChannel = class {
    constructor() {
      const channel = new Channel();
      channel.port1.addEventListener('message', keep);
      return channel;
    }
  };
  for (const name of ['ready', 'validation', 'profile-created', 'profile-updated', 'profile-failed']) {
    addEventListener(name, (event) => {
      const composed = event.target.localName === 'stackone-connector-profile-frame' && event.composed;
      if (composed) received.events.push({ name, from: event.target.id, detail: event.detail });
    });
  }
})();
