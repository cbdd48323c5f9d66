// On the server: imports the package and the application and renders to text.

import { renderToString } from 'react-dom/server';
import { init, scopes } from 'stackone-connector-profile';
import { App } from './App.tsx';

export async function render(): Promise<string> {
  await init();
  if (scopes().length === 0) throw new Error('The package does not work on the server.');
  return renderToString(<App />);
}
