// Uses that the types must reject in Svelte. Type-checked, not built.

import type { SvelteHTMLElements } from 'svelte/elements';

type Props = SvelteHTMLElements['stackone-connector-profile'];

export const wrong: Props[] = [
  // @ts-expect-error: no such way to authorize
  { auth: 'password' },
  // @ts-expect-error: a key is no function that gives one
  { getAuthorization: 'Basic …' },
  // @ts-expect-error: there is no attribute for a key
  { 'api-key': 'v1.x' },
  // @ts-expect-error: the event has no secret
  { 'onprofile-created': ({ detail }) => detail.profile.clientSecret },
];
