// The types of the package, written by hand. tests/node/names.test.mjs compares the names with the module;
// tests/consumers/types/ uses each of them.

export type * from './element.js';

/** `production` or `sandbox`; `validate` reports any other text. */
export type Environment = 'production' | 'sandbox' | (string & {});

/** What a person typed, verbatim. Absent fields count as blank. */
export interface ProfileDraft {
  /** Name of the profile. Leave it blank for `Salesforce (Production)` or `Salesforce (Sandbox)`. */
  name?: string;
  /** Salesforce's Consumer Key. */
  clientId: string;
  /** Salesforce's Consumer Secret. No function returns it. */
  clientSecret?: string;
  /** OAuth scopes with any separators. Leave them blank for StackOne's `api refresh_token offline_access`. */
  scopes?: string;
  environment: Environment;
  /** The org's own login URL. It only affects the authorization URL and is never sent. */
  myDomain?: string;
  /** Ids of the actions to enable; `null` for all. */
  actions?: readonly string[] | null;
}

/** The draft, trimmed and normalized. It never contains the secret. */
export interface Normalised {
  name: string;
  clientId: string;
  scopes: string[];
  environment: Environment;
  /** A host name; empty if there is none or it has an error. */
  myDomain: string;
  actions: string[] | null;
}

/** A field of the form. `apiKey` is in the form only, and only if `auth` is `api-key`. */
export type Field =
  'name' | 'clientId' | 'clientSecret' | 'scopes' | 'environment' | 'myDomain' | 'actions' | 'apiKey';

/** What can be wrong with a field. */
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

/** An error prevents creating the profile, a warning does not. */
export type Severity = 'error' | 'warning';

/** An issue of a field: what is wrong, and what to do. */
export interface Issue {
  field: Field;
  code: IssueCode;
  severity: Severity;
  message: string;
}

/** The result of `validate`, with all issues. */
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

/** Who provides the `Authorization` header: the person types a key, the host page provides the value, or a proxy adds it. */
export type Auth = 'api-key' | 'host' | 'none';

/** The fields of the request that creates a profile. */
export type CreateField =
  | 'connectorKey' | 'authenticationConfigKey' | 'environment' | 'name' | 'default' | 'enabled' | 'clientId' | 'clientSecret'
  | 'scopes' | 'actions';

/** How to reach StackOne. */
export interface ApiConfig {
  /** The base URL of StackOne's API, or a path on the page's own host. Default: `https://api.stackone.com`. */
  apiBaseUrl?: string;
  /** Default: `api-key`. */
  auth?: Auth;
  /** Seconds to wait for an answer, 1 to 600. Default: 30. */
  timeoutSeconds?: number;
  /** The shape of the request that creates a profile: the dotted path of each field; `''` leaves it out. */
  create?: {
    method?: 'POST' | 'PUT' | 'PATCH';
    path?: string;
    fields?: Partial<Record<CreateField, string>>;
  };
}

/** A request, with secret and key replaced by `‹redacted›`. */
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

/** When an error occurs: in the browser, or when StackOne fetches the first or a new access token. */
export type SignInStep = 'authorize' | 'token' | 'refresh';

/** The step of the guide that has the fix. */
export type GuideStep = 'create-app' | 'oauth-settings' | 'credentials' | 'environment' | 'scopes' | 'profile';

/** The explanation of a Salesforce error. It contains no code, token or secret from the pasted text. */
export interface Explanation {
  /** Whether the error is known. If not, `error` and `description` contain what was found. */
  recognised: boolean;
  step: SignInStep | null;
  /** Name of the error, such as `invalid_client_id`, or empty. */
  error: string;
  /** Salesforce's own text, or the start of an unknown one, or empty. */
  description: string;
  cause: string;
  /** The fixes, in order. */
  fixes: string[];
  guideStep: GuideStep | null;
  /** Whether the cause can be that Salesforce takes 10 to 20 minutes to activate an app. */
  waitMayHelp: boolean;
}

export type View = 'guide' | 'form' | 'profiles';
export type Heading = 'default' | 'none';
export type Theme = 'auto' | 'light' | 'dark';

/** The value of the `Authorization` header, requested for each request and never stored. */
export type GetAuthorization = () => string | Promise<string>;

/** Custom texts, by message key. */
export type Messages = Readonly<Record<string, string>>;

/** The configuration of a form. */
export interface Config extends ApiConfig {
  getAuthorization?: GetAuthorization;
  /** ID of a profile to change, which opens once the list is read. */
  profileId?: string;
  /** The guide with the form in it, the form alone, which is the default, or the list of profiles. */
  view?: View;
  /** `none` leaves the title of the form to the host page. */
  heading?: Heading;
  /** Initial value of the field. */
  environment?: Environment;
  /** Initial value of the field. */
  scopes?: string;
  /** Initial value of the field. */
  name?: string;
  /** Where progress is kept. Default: `session`. */
  storage?: 'session' | 'local' | 'none';
  /** The step at which the guide starts. */
  step?: string;
  theme?: Theme;
  /** BCP 47 language tag. It has no effect yet: texts are English, or those of `messages`. */
  locale?: string;
  messages?: Messages;
}

/** A form that `mount` put into an element. */
export interface MountedForm {
  /** Replaces the configuration: absent members return to their defaults. Keeps everything that was typed. */
  update(config: Config): void;
  /** Removes the form. */
  destroy(): void;
  /** Focuses the first field, or the heading of the guide's step. */
  focus(): void;
  /** Clears the form, including the API key. */
  reset(): void;
}

/** Loads the WebAssembly module once. Default: the file next to this one. */
export function init(source?: URL | Response | BufferSource): Promise<void>;

export function validate(draft: ProfileDraft, options?: { checkSecret?: boolean }): Validation;

/** @throws {ValidationError} if a field of the URL has an error. */
export function authorizationUrl(draft: ProfileDraft, options?: UrlOptions): string;

/** @throws {ValidationError} if the draft has an error; the secret may be absent. */
export function createRequest(draft: ProfileDraft, config?: ApiConfig): CreateRequest;

/** Explains a Salesforce error from any copied text: a URL, the text of the page, JSON. */
export function explainError(text: string): Explanation;

/** Every scope that Salesforce lists. */
export function scopes(): Scope[];

/** Puts a form into an element, which gets the events of {@link ConnectorProfileEventMap}. Call `init` first. */
export function mount(target: Element, config?: Config): MountedForm;

/** Defines the element, by default as `stackone-connector-profile`. On a server it does nothing. */
export function defineElement(tag?: string): void;

/** A function needs a valid draft, and this one has errors. */
export class ValidationError extends Error {
  constructor(issues: Issue[]);
  issues: Issue[];
}

export const version: string;
