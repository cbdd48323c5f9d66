import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import { defineConfig } from 'vite';

// Angular's packages are compiled in part. Their linker does the rest, which a browser would have to do with `eval`.
const handler = (code, filename) => transformAsync(code, { filename, plugins: [linker], compact: false });

export default defineConfig({
  plugins: [{ name: 'linker', transform: { filter: { id: /@angular/ }, handler } }],
  define: { ngDevMode: 'false', ngServerMode: 'false' },
});
