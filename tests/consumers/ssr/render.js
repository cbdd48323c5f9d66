// Puts the rendered application into the built page, as a server does for each request.

import { readFile, writeFile } from 'node:fs/promises';
import { render } from './dist-server/server.js';

const page = await readFile('dist/index.html', 'utf8');
await writeFile('dist/index.html', page.replace('<!--app-->', await render()));
