// Defining the element twice: the same version does nothing, another one warns once and changes nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';

const defined = new Map();
globalThis.HTMLElement = class {};
globalThis.customElements = { get: (tag) => defined.get(tag), define: (tag, element) => { defined.set(tag, element); } };
const { define } = await import(new URL('../../static/element-class.js', import.meta.url));

test('the first definition stays', (context) => {
  const warn = context.mock.method(console, 'warn', () => {});
  const load = () => Promise.reject();
  define(load, undefined, '1.0.0');
  const first = defined.get('stackone-connector-profile');
  define(load, undefined, '1.0.0');
  assert.equal(warn.mock.callCount(), 0);
  define(load, undefined, '2.0.0');
  define(load, undefined, '2.0.0');
  assert.equal(warn.mock.callCount(), 1);
  assert.match(warn.mock.calls[0].arguments[0], /<stackone-connector-profile>.*1\.0\.0, not 2\.0\.0/);
  assert.equal(defined.get('stackone-connector-profile'), first);
  define(load, 'another-tag', '2.0.0');
  assert.equal(defined.get('another-tag').version, '2.0.0');
  assert.equal(warn.mock.callCount(), 1);
});
