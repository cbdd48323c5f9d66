// The names in index.d.ts, element.d.ts and custom-elements.json are exactly those of the module. Run by `cargo
// verify`, or by `node --test tests/node/` after `cargo bundle`.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const folder = new URL('target/npm/', root);
const read = (path) => readFile(new URL(path, root), 'utf8');
const all = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
const same = (found, expected) => assert.deepEqual([...new Set(found)].sort(), [...new Set(expected)].sort());

const types = await read('target/npm/index.d.ts') + await read('target/npm/element.d.ts');
const manifest = JSON.parse(await read('target/npm/custom-elements.json')).modules[0].declarations[0];
const named = (rows) => rows.map(({ name }) => name);

// The minimum of a browser that defining the element needs.
let element;
globalThis.HTMLElement = class {};
globalThis.customElements = { get: () => element, define: (_, defined) => { element = defined; } };
await import(new URL('element.js', folder));

/** The texts in a union of texts. */
const union = (name) => all(types.match(new RegExp(`export type ${name} =([^;]*);`))[1], /'([^']+)'/g);
/** The first names in the braces of an interface. */
const members = (name) => all(types.match(new RegExp(`interface ${name} .*\\{([^]*?)\n\\}`))[1], /^ {2}(?:get )?'?([\w-]+)'?[?:(]/gm);
/** The texts that a Rust function maps names to. */
const mapped = (source, name) => all(source.match(new RegExp(`fn ${name}\\(.*\\{([^]*?)\n    \\}`))[1], /=> "([\w-]+)"/g);

/** The variants of a Rust enum, and a variant as strum's `kebab-case` has it. */
const variants = (source, name) => all(source.match(new RegExp(`enum ${name} \\{([^]*?)\n\\}`))[1], /^ {4}(\w+),$/gm);
const kebab = (name) => name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
// `page` is internal to the static page.
const properties = Object.entries(Object.getOwnPropertyDescriptors(element.prototype))
  .filter(([name, { get }]) => get && name !== 'page').map(([name]) => name);

test('attributes', () => {
  same(named(manifest.attributes), element.observedAttributes);
  for (const { name, fieldName } of manifest.attributes) assert.equal(fieldName, camel(name));
});

test('properties and methods', () => {
  const fields = manifest.members.filter(({ kind }) => kind === 'field');
  const methods = manifest.members.filter(({ kind }) => kind === 'method');
  same(named(fields), properties);
  same(fields.flatMap(({ attribute }) => attribute ?? []), element.observedAttributes);
  for (const { name } of methods) assert.equal(typeof element.prototype[name], 'function', name);
  const listening = ['addEventListener', 'removeEventListener'];
  same(all(types.match(/interface ConnectorProfileElement .*\{([^]*?)\n\}/)[1], /^ {2}(?:get )?(\w+)[:(<]/gm), [
    ...properties, ...named(methods), ...listening,
  ]);
});

test('properties that a mounted form takes', () => same(
  [...members('Config'), ...members('ApiConfig')], [...properties, 'timeoutSeconds', 'create', 'storage', 'step'],
));

test('events', async () => {
  // The guide dispatches `step`.
  const known = [...mapped(await read('src/app/host_event.rs'), 'name'), 'step'];
  same(named(manifest.events), known);
  same(members('ConnectorProfileEvents'), known);
});

test('fields, codes and severities of issues', async () => {
  // tests/native/profile_cases.rs compares this table with the check.
  const table = (await read('tests/fixtures/issues.txt')).split('\n').filter((line) => line && !line.startsWith('#'));
  const rows = table.map((line) => line.split(' '));
  same(union('Severity'), rows.map(([severity]) => severity));
  same(union('IssueCode'), rows.map(([, , code]) => code));
  same(union('Field'), [...rows.map(([, field]) => field), 'apiKey']);
  const source = await read('src/profile/issue.rs');
  same(union('IssueCode'), variants(source, 'Code').map(kebab));
  same(union('Field'), variants(await read('src/profile/field.rs'), 'Field').map((name) => name[0].toLowerCase() + name.slice(1)));
});

test('codes of failures', async () => {
  const { failures } = await import(new URL('element-class.js', folder));
  const ofFrame = all(await read('static/embed.js'), /\bfailure\('([\w-]+)'/g);
  same(union('FailureCode'), [
    ...variants(await read('src/requests/failure.rs'), 'FailureCode').map(kebab), ...Object.keys(failures), ...ofFrame,
  ]);
});

test('fields of the request that creates', async () => {
  same(union('CreateField'), all(await read('src/stackone/write_shape.rs'), /^ {4}\("(\w+)", "[\w.]+"\),$/gm));
});

test('exports', async () => {
  const functions = all(types, /^export (?:function|class|const) (\w+)/gm);
  same(functions, Object.keys(await import(new URL('index.js', folder))));
});

test('custom properties and their defaults', async () => {
  const styles = await read('static/styles.js');
  const used = [...styles.matchAll(/var\((--scp-[\w-]+), (.*)\);/g)].map(([, name, value]) => `${name}: ${value}`);
  same(manifest.cssProperties.map(({ name, default: value }) => `${name}: ${value}`), used);
  same(named(manifest.cssProperties), all(styles, /(--scp-[\w-]+)/g));
});

test('parts', async () => {
  const files = (await readdir(new URL('src/', root), { recursive: true })).filter((name) => /component.*\.rs$/.test(name));
  const sources = await Promise.all(files.map((name) => read(`src/${name}`)));
  // `part="…"` of an element, or of a button.
  same(named(manifest.cssParts), sources.flatMap((source) => [
    ...all(source, /\spart="([\w-]+)"/g), ...all(source, /\bpart: Some\("([\w-]+)"\)/g),
  ]));
});

test('events that stay inside, before the module runs and afterwards', async () => {
  const listed = (text) => all(text.match(/KEPT_INSIDE[^=]*= \[([^\]]*)\]/)[1], /["'](\w+)["']/g);
  same(listed(await read('static/first-view.js')), listed(await read('src/embed/instance.rs')));
});
