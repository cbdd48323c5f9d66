// Uses that the types must reject. Each line below a directive is an error; tsc reports a directive without one.

import { authorizationUrl, createRequest, init, mount, scopes, validate, version } from 'stackone-connector-profile';
import type { Issue } from 'stackone-connector-profile';

const draft = { clientId: 'id', environment: 'production' };

// @ts-expect-error: there is no such export
import { explain } from 'stackone-connector-profile';
// @ts-expect-error: the module's own files are no entries
import 'stackone-connector-profile/loader.js';
// @ts-expect-error: a draft has a client ID
validate({ environment: 'production' });
// @ts-expect-error: a field's name is misspelt
validate({ ...draft, clientsecret: 'x' });
// @ts-expect-error: scopes are typed as one text
validate({ ...draft, scopes: ['api'] });
// @ts-expect-error: the secret never comes back
validate(draft).profile.clientSecret;
// @ts-expect-error: no such option
authorizationUrl(draft, { codeChallenge: 'x' });
// @ts-expect-error: the answer is a text
authorizationUrl(draft).url;
// @ts-expect-error: no such way to authorize
createRequest(draft, { auth: 'password' });
// @ts-expect-error: no such field to send
createRequest(draft, { create: { fields: { secret: 'x' } } });
// @ts-expect-error: a number is no source
init(1);
// @ts-expect-error: a selector is no element
mount('#form');
// @ts-expect-error: no such theme
mount(document.body, { theme: 'pink' });
// @ts-expect-error: scopes are listed, not filtered
scopes('api');
// @ts-expect-error: it is a constant
version = '2';

export function checked(issue: Issue, element: HTMLElementTagNameMap['stackone-connector-profile']): void {
  // @ts-expect-error: no such code
  issue.code === 'to-short';
  // @ts-expect-error: no such field
  issue.field === 'client_id';
  // @ts-expect-error: no such severity
  issue.severity === 'fatal';
  // @ts-expect-error: a key is no function that gives one
  element.getAuthorization = 'Basic …';
  // @ts-expect-error: no such view
  element.view = 'wizard';
  // @ts-expect-error: there is no property for the key
  element.apiKey = 'v1.x';
  // @ts-expect-error: the event has no secret
  element.addEventListener('profile-created', ({ detail }) => detail.profile.clientSecret);
  // @ts-expect-error: no such failure
  element.addEventListener('profile-failed', ({ detail }) => detail.code === 'teapot');
  // @ts-expect-error: another event's detail
  element.addEventListener('validation', (event: CustomEvent<{ url: string }>) => event.detail.url);
}
