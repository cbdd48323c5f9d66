// What a server does at each request, done once: puts the rendered application into the built page.

import { readFile, writeFile } from 'node:fs/promises';
import { render } from './dist-server/server.js';

const page = await readFile('dist/index.html', 'utf8');
await writeFile('dist/index.html', page.replace('<!--app-->', await render()));
