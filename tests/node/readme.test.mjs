// The README's tables of attributes, events, custom properties and parts come from custom-elements.json, which
// names.test.mjs compares with the code. `UPDATE_README=1 node --test tests/node/readme.test.mjs` updates them.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('static/custom-elements.json', root), 'utf8'));
const element = manifest.modules[0].declarations[0];

const cell = (text = '') => text.replaceAll('|', '\\|');
const code = (text) => text ? `\`${cell(text)}\`` : '';
const table = (heads, rows) => [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const tables = {
  attributes: table(['attribute', 'values', 'default', ''], element.attributes.map((row) => [
    code(row.name), code(row.type.text.replaceAll("'", '')), code(row.default?.replaceAll("'", '')), cell(row.description),
  ])),
  properties: table(['property', 'type', ''], element.members
    .filter(({ kind, attribute }) => kind === 'field' && !attribute)
    .map((row) => [code(row.name), code(row.type.text), cell(row.description)])),
  events: table(['event', '`detail`', 'when'], element.events.map((row) => [
    code(row.name), code(row.type.text.replace(/^CustomEvent<(.*)>$/, '$1')), cell(row.description),
  ])),
  'custom properties': table(['custom property', 'default', ''], element.cssProperties.map((row) => [
    code(row.name), code(row.default), cell(row.description),
  ])),
  parts: table(['part', ''], element.cssParts.map((row) => [code(row.name), cell(row.description)])),
};

test('the tables in the README', async () => {
  const path = new URL('README.md', root);
  const found = await readFile(path, 'utf8');
  let expected = found;
  for (const [name, rows] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
    assert.match(expected, place, `the README has no place for ${name}`);
    expected = expected.replace(place, (_, begin, end) => `${begin}${rows}\n${end}`);
  }
  if (process.env.UPDATE_README) await writeFile(path, expected);
  else assert.equal(found, expected, 'run: UPDATE_README=1 node --test tests/node/readme.test.mjs');
});
