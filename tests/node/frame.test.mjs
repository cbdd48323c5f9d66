// Importing the host side of the frame without a DOM: a server may do that.
import { test } from 'node:test';
import assert from 'node:assert/strict';

test('importing frame.js on a server does nothing', async () => {
  const before = Object.keys(globalThis);
  const exported = await import('../../static/frame.js');
  assert.deepEqual(Object.keys(exported), []);
  assert.deepEqual(Object.keys(globalThis), before);
});
