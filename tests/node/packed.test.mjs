// The package as npm packs it: its files, sizes and integrity, and the results of package linters. Run by `cargo
// verify` after the consumers have installed it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';

const folder = fileURLToPath(new URL('../../target/npm/', import.meta.url));
const consumers = fileURLToPath(new URL('../../target/consumers/', import.meta.url));
const packed = join(consumers, 'types/node_modules/stackone-connector-profile');
const run = promisify(execFile);

/** Runs a build tool of the consumers. An error contains its output. */
async function tool(name, words, cwd = packed) {
  try {
    return await run(join(consumers, 'node_modules/.bin', name), words, { cwd });
  } catch ({ stdout, stderr }) {
    assert.fail(`${name} ${words.join(' ')}\n${stdout}${stderr}`);
  }
}

const MODULE = ['stackone_connector_profile.js', 'stackone_connector_profile_bg.wasm'];
const ENTRY = ['index.js', 'element-class.js', 'version.js'];
// What `init` loads.
const INIT = ['loader.js', 'styles.js', ...MODULE];
const ALL = [
  ...ENTRY, ...INIT, 'element.js', 'index.d.ts', 'element.d.ts', 'frameworks.d.ts', `${MODULE[1]}.d.ts`,
  'custom-elements.json', 'integrity.json', 'package.json', 'README.md', 'LICENSE',
];

test('these files are packed and no others', async () => {
  assert.deepEqual((await readdir(packed)).sort(), ALL.toSorted());
});

test('the version is that of Cargo.toml', async () => {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  assert.equal(version, manifest.match(/^version = "(.*)"/m)[1]);
});

test('integrity.json has the hash of every file but two', async () => {
  const reported = JSON.parse(await readFile(join(packed, 'integrity.json'), 'utf8'));
  assert.deepEqual(Object.keys(reported).sort(), ALL.filter((name) => !['integrity.json', 'package.json'].includes(name)).sort());
  for (const [name, check] of Object.entries(reported)) {
    const hash = createHash('sha384').update(await readFile(join(packed, name))).digest('base64');
    assert.equal(check, `sha384-${hash}`, name);
  }
});

/** The files that a file imports, itself and those in turn, as a browser loads them. */
async function graph(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    const text = await readFile(join(packed, name), 'utf8');
    for (const [, other] of text.matchAll(/^(?:import|export)\b[^;]*?'\.\/([^']+)';/gm)) await graph(other, found);
  }
  return [...found];
}

async function weight(names) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  const sizes = names.map(async (name) => brotliCompressSync(await readFile(join(packed, name)), { params }).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
}

test('importing the entry loads at most 3,000 bytes', async (context) => {
  const names = await graph('index.js');
  assert.deepEqual(names.sort(), ENTRY.toSorted());
  const bytes = await weight(names);
  context.diagnostic(`index.js and what it imports: ${bytes} bytes under brotli 11`);
  assert.ok(bytes <= 3_000, `${bytes} bytes`);
});

test('the element loads at most 250,000 bytes', async (context) => {
  const bytes = await weight([...await graph('element.js'), ...INIT]);
  context.diagnostic(`element.js, what it imports, and the module: ${bytes} bytes under brotli 11`);
  assert.ok(bytes <= 250_000, `${bytes} bytes`);
});

test('the types fit, with the frameworks and without', async () => {
  await tool('tsc', ['--project', join(consumers, 'types')]);
  const alone = await mkdtemp(join(tmpdir(), 'types-'));
  try {
    await cp(join(consumers, 'types'), alone, { recursive: true });
    await tool('tsc', ['--project', alone]);
  } finally {
    await rm(alone, { recursive: true });
  }
});

test('publint finds nothing', async () => {
  const { stdout } = await tool('publint', ['--strict', folder]);
  assert.match(stdout, /All good!/);
});

test('are the types wrong? They are not', async () => {
  // The package supports `import` only, so problems with `require` do not count.
  await tool('attw', ['--pack', folder, '--profile', 'esm-only', '--format', 'ascii']);
});
