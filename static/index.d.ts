// The types of the package, written by hand. tests/node/names.test.mjs holds every name in it against the module;
// tests/consumers/types/ uses each.

export type * from './element.js';

/** `production` or `sandbox`; what a person typed may be anything, and `validate` says so. */
export type Environment = 'production' | 'sandbox' | (string & {});

/** What a person types, verbatim: nothing needs trimming. A field that is absent counts as blank. */
export interface ProfileDraft {
  /** Name of the profile; blank for `Salesforce (Production)` or `Salesforce (Sandbox)`. */
  name?: string;
  /** Salesforce's Consumer Key. */
  clientId: string;
  /** Salesforce's Consumer Secret. It comes back from no function. */
  clientSecret?: string;
  /** OAuth scopes, separated by anything; blank for StackOne's `api refresh_token offline_access`. */
  scopes?: string;
  environment: Environment;
  /** The org's own login address. It steers the authorization URL and is never sent. */
  myDomain?: string;
  /** Ids of the actions to enable; `null` for all. */
  actions?: readonly string[] | null;
}

/** The draft after trimming and tidying. It never holds the secret. */
export interface Normalised {
  name: string;
  clientId: string;
  scopes: string[];
  environment: Environment;
  /** A bare host; empty where there is none or it has an error. */
  myDomain: string;
  actions: string[] | null;
}

/** A field of the form. `apiKey` stands on the form alone, and only where `auth` is `api-key`. */
export type Field =
  'name' | 'clientId' | 'clientSecret' | 'scopes' | 'environment' | 'myDomain' | 'actions' | 'apiKey';

/** What can be the matter with a field. */
export type IssueCode =
  | 'required' | 'too-short' | 'too-long' | 'whitespace-inside' | 'invalid-character'
  | 'looks-like-secret' | 'looks-like-client-id' | 'looks-like-access-token' | 'looks-like-refresh-token'
  | 'looks-like-url' | 'looks-like-email' | 'masked' | 'same-as-client-id' | 'unusual-format'
  | 'missing-refresh-scope' | 'malformed-scope' | 'unknown-scope' | 'normalised'
  | 'unknown-environment'
  | 'not-https' | 'has-userinfo' | 'has-port' | 'malformed-host' | 'not-salesforce-host' | 'generic-host'
  | 'instance-host' | 'experience-cloud-host' | 'environment-mismatch' | 'rewritten-host' | 'unknown-partition'
  | 'legacy-host'
  | 'duplicate-name' | 'empty-selection' | 'unknown-action';

/** An error stands in the way of creating the profile, a warning never does. */
export type Severity = 'error' | 'warning';

/** One thing to say about one field: what is wrong, and what to do. */
export interface Issue {
  field: Field;
  code: IssueCode;
  severity: Severity;
  message: string;
}

/** What `validate` found: every issue, not only the first. */
export interface Validation {
  valid: boolean;
  issues: Issue[];
  profile: Normalised;
}

export interface UrlOptions {
  state?: string;
  prompt?: string;
  loginHint?: string;
  /** Default: StackOne's callback for Salesforce. */
  redirectUri?: string;
}

/** Who puts the `Authorization` header on: the person types a key, the host page gives the value, or a proxy adds it. */
export type Auth = 'api-key' | 'host' | 'none';

/** What can be sent when a profile is created. */
export type CreateField =
  | 'connectorKey' | 'authenticationConfigKey' | 'environment' | 'name' | 'default' | 'enabled' | 'clientId' | 'clientSecret'
  | 'scopes' | 'actions';

/** How StackOne is reached. */
export interface ApiConfig {
  /** A URL, or a path of the page's own host. Default: `https://api.stackone.com`. */
  apiBaseUrl?: string;
  /** Default: `api-key`. */
  auth?: Auth;
  /** Seconds to wait for an answer, 1 to 600. Default: 30. */
  timeoutSeconds?: number;
  /** Shape of the request that creates a profile: for each field the dotted path at which it is sent, `''` for not. */
  create?: {
    method?: 'POST' | 'PUT' | 'PATCH';
    path?: string;
    fields?: Partial<Record<CreateField, string>>;
  };
}

/** A request as it would be sent, with secret and key shown as `‹redacted›`. */
export interface CreateRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

/** A scope that Salesforce lists. */
export interface Scope {
  name: string;
  label: string;
  description: string;
  isDefault: boolean;
}

/** Where in the sign-in an error comes: in the browser, or when StackOne fetches the first or a new access token. */
export type SignInStep = 'authorize' | 'token' | 'refresh';

/** The step of the guide that holds a remedy. */
export type GuideStep = 'create-app' | 'oauth-settings' | 'credentials' | 'environment' | 'scopes' | 'profile';

/** What an error of Salesforce means. No code, token or secret that was pasted along is in it. */
export interface Explanation {
  /** Whether the error is known. If not, `error` and `description` hold what was found, and nothing is guessed. */
  recognised: boolean;
  step: SignInStep | null;
  /** Name of the error, such as `invalid_client_id`; empty where there is none. */
  error: string;
  /** Salesforce's own words, or the beginning of an unknown text; empty where there are none. */
  description: string;
  cause: string;
  /** What to do, first things first. */
  fixes: string[];
  guideStep: GuideStep | null;
  /** Whether the 10 to 20 minutes that Salesforce takes to activate an app can be the cause. */
  waitMayHelp: boolean;
}

export type View = 'guide' | 'form';
export type Theme = 'auto' | 'light' | 'dark';

/** The value of the `Authorization` header, asked for at each request and never kept. */
export type GetAuthorization = () => string | Promise<string>;

/** Own wording, by message key. */
export type Messages = Readonly<Record<string, string>>;

/** The configuration of a form. */
export interface Config extends ApiConfig {
  getAuthorization?: GetAuthorization;
  /** Id of a profile to change: once the list is read it opens. */
  profileId?: string;
  /** The whole guided set-up, or the form alone, which is the default. */
  view?: View;
  /** First value of the field. */
  environment?: Environment;
  /** First value of the field. */
  scopes?: string;
  /** First value of the field. */
  name?: string;
  theme?: Theme;
  /** BCP 47. Without effect so far: the words are English, or those of `messages`. */
  locale?: string;
  messages?: Messages;
}

/** A form that was put into an element by `mount`. */
export interface MountedForm {
  /** Takes another configuration. Nothing that was typed is lost. */
  update(config: Config): void;
  /** Takes the form off the page. */
  destroy(): void;
  /** Moves the focus to the first field, or in the guide to the heading of the step. */
  focus(): void;
  /** Empties the form, the API key too. */
  reset(): void;
}

/** Loads the WebAssembly module once. Default: the file beside this one. */
export function init(source?: URL | Response | BufferSource): Promise<void>;

export function validate(draft: ProfileDraft, options?: { checkSecret?: boolean }): Validation;

/** @throws {ValidationError} where a field that the URL is made of has an error. */
export function authorizationUrl(draft: ProfileDraft, options?: UrlOptions): string;

/** @throws {ValidationError} where the draft has an error; the secret may be absent. */
export function createRequest(draft: ProfileDraft, config?: ApiConfig): CreateRequest;

/** Explains an error of Salesforce from whatever was copied: an address, the text of the page, JSON. */
export function explainError(text: string): Explanation;

/** Every scope that Salesforce lists. */
export function scopes(): Scope[];

/** Puts a form into an element, which hears the events of {@link ConnectorProfileEventMap}. Call `init` first. */
export function mount(target: Element, config?: Config): MountedForm;

/** Defines the element, by default as `stackone-connector-profile`. On a server it does nothing. */
export function defineElement(tag?: string): void;

/** A draft has errors where a function needs it without. */
export class ValidationError extends Error {
  constructor(issues: Issue[]);
  issues: Issue[];
}

export const version: string;
