// The host side of the frame where there is no page: a server that renders may import it.
import { test } from 'node:test';
import assert from 'node:assert/strict';

test('importing frame.js on a server does nothing', async () => {
  const before = Object.keys(globalThis);
  const exported = await import('../../static/frame.js');
  assert.deepEqual(Object.keys(exported), []);
  assert.deepEqual(Object.keys(globalThis), before);
});
