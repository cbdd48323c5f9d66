// Uses every export of the package. Type-checked with tsc --strict, with and without the frameworks installed; never
// run.

import {
  ValidationError, authorizationUrl, createRequest, defineElement, explainError, init, mount, scopes, validate, version,
} from 'stackone-connector-profile';
import type {
  ApiConfig, Auth, Config, ConnectorProfile, ConnectorProfileElement, ConnectorProfileEventMap, ConnectorProfileEvents,
  CreateField, CreateRequest, Environment, Explanation, FailureCode, Field, GetAuthorization, GuideStep, Issue, IssueCode,
  Messages, MountedForm, Normalised, ProfileDraft, Scope, Severity, SignInStep, Theme, UrlOptions, Validation, View,
} from 'stackone-connector-profile';
import type { ConnectorProfileElement as SameElement } from 'stackone-connector-profile/element.js';
import 'stackone-connector-profile/element.js';

const draft: ProfileDraft = {
  name: '', clientId: 'id', clientSecret: 'secret', scopes: 'api', environment: 'production', myDomain: '', actions: null,
};
const url: UrlOptions = { state: 's', prompt: 'login', loginHint: 'a@b.example', redirectUri: 'https://x.example/' };
const getAuthorization: GetAuthorization = async () => 'Basic …';
const messages: Messages = { title: 'Connect Salesforce' };
const auth: Auth = 'host';
const fields: Partial<Record<CreateField, string>> = { clientId: 'credentials.id', default: '' };
const api: ApiConfig = {
  apiBaseUrl: '/stackone', auth, timeoutSeconds: 10, create: { method: 'PUT', path: '/v2/profiles', fields },
};
const view: View = 'form';
const theme: Theme = 'dark';
const environment: Environment = 'sandbox';
const config: Config = {
  ...api, getAuthorization, messages, view, theme, environment, profileId: 'p', scopes: 'api', name: 'n', locale: 'de-CH',
};

export async function calls(): Promise<unknown[]> {
  await init();
  await init(new URL('https://x.example/module.wasm'));
  await init(new Response());
  await init(new Uint8Array());
  const report: Validation = validate(draft, { checkSecret: false });
  const profile: Normalised = report.profile;
  const tidy: [string, string[], string[] | null] = [profile.myDomain, profile.scopes, profile.actions];
  const said = report.issues.map(({ field, code, severity, message }: Issue): [Field, IssueCode, Severity, string] =>
    [field, code, severity, message]);
  const request: CreateRequest = createRequest(draft, api);
  const explanation: Explanation = explainError('error=invalid_client_id');
  const places: [SignInStep | null, GuideStep | null] = [explanation.step, explanation.guideStep];
  const words: string[] = [explanation.error, explanation.description, explanation.cause, ...explanation.fixes];
  const flags: boolean[] = [explanation.recognised, explanation.waitMayHelp];
  const catalogue: Scope[] = scopes();
  const named = catalogue.filter(({ isDefault }) => isDefault).map(({ name, label, description }) =>
    [name, label, description].join());
  try {
    authorizationUrl(draft, url);
  } catch (error) {
    if (error instanceof ValidationError) said.push(...error.issues.map(({ field, code, severity, message }):
      [Field, IssueCode, Severity, string] => [field, code, severity, message]));
  }
  return [tidy, said, places, words, flags, named, request.headers['Content-Type'], request.body['name'], version.length];
}

export function mounted(target: Element): void {
  defineElement();
  defineElement('my-profile');
  const form: MountedForm = mount(target, config);
  form.update({ ...config, theme: 'light' });
  form.focus();
  form.reset();
  form.destroy();
}

export function element(): void {
  const made: SameElement = document.createElement('stackone-connector-profile');
  const found: ConnectorProfileElement | null = document.querySelector('stackone-connector-profile');
  made.apiBaseUrl = '/stackone';
  made.auth = 'host';
  made.getAuthorization = () => 'Basic …';
  made.getAuthorization = undefined;
  made.profileId = null;
  Object.assign(made, { view, environment, scopes: '', name: '', theme, locale: 'en', messages });
  const read: (string | undefined)[] = [made.view, made.theme, made.locale, made.messages?.['title']];
  made.focus();
  made.reset();
  made.addEventListener('profile-created', ({ detail }) => {
    const { id, name, environment, created_at, connector_key }: ConnectorProfile = detail.profile;
    read.push(id, name, environment, created_at, connector_key);
  });
  made.addEventListener('profile-updated', (event) => event.detail.profile.id.length);
  made.addEventListener('account-linked', ({ detail }) => read.push(detail.accountId ?? '', detail.profileId));
  made.addEventListener('validation', function ({ detail }) {
    this.dataset['errors'] = String(detail.valid ? 0 : detail.issues.length);
  });
  const failed = ({ detail }: ConnectorProfileEventMap['profile-failed']): void => {
    const code: FailureCode = detail.code;
    read.push(code, detail.message, String(detail.retryable));
  };
  made.addEventListener('profile-failed', failed, { once: true });
  made.removeEventListener('profile-failed', failed);
  made.addEventListener('authorize', ({ detail }) => detail.url.length);
  made.addEventListener('step', ({ detail }) => detail.step.length);
  made.addEventListener('ready', ({ detail }: CustomEvent<ConnectorProfileEvents['ready']>) => Object.keys(detail));
  made.addEventListener('close', ({ detail }) => Object.keys(detail));
  made.addEventListener('click', ({ clientX }) => clientX);
  found?.addEventListener('anything-else', ({ type }) => type.length);
}
