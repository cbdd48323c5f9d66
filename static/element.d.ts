// The types of the element that element.js defines: attributes, properties, events, and DOM names. frameworks.d.ts
// adapts them to React, Vue and Svelte.

import type { Auth, Environment, GetAuthorization, Heading, Issue, Messages, Theme, View } from './index.js';
import type {} from './frameworks.js';

/** A connector profile as StackOne lists it. */
export interface ConnectorProfile {
  id: string;
  name: string;
  /** Empty if StackOne does not return it. */
  environment: Environment;
  /** The time of creation (RFC 3339), or empty. */
  created_at: string;
  connector_key: string;
}

/** Why a click on the main button failed, the form could not be loaded, or it crashed. */
export type FailureCode =
  // From a request.
  | 'invalid-draft' | 'unauthorized' | 'forbidden' | 'not-offered' | 'conflict' | 'rejected' | 'rate-limited'
  | 'outcome-unknown' | 'blocked' | 'unreadable'
  // From loading the module, where `blocked` means the policy.
  | 'no-webassembly' | 'missing' | 'type' | 'script' | 'offline' | 'unreachable' | 'broken'
  // From the frame: its `config.json` lists neither the page nor the URL.
  | 'refused';

/** The `detail` of each event. None contains a secret. */
export interface ConnectorProfileEvents {
  /** The form is rendered and accepts input. */
  'ready': Record<string, never>;
  /** The guide moved to a step. */
  'step': { step: string };
  /** The validity or the issues of the draft changed. */
  'validation': { valid: boolean; issues: Issue[] };
  /** The person copies or opens the authorization URL. */
  'authorize': { url: string };
  'profile-created': { profile: ConnectorProfile };
  'profile-updated': { profile: ConnectorProfile };
  /** A Salesforce account is connected. Its id is `null` where StackOne doesn't say how the sign-in ended. */
  'account-linked': { accountId: string | null; profileId: string };
  'profile-failed': { code: FailureCode; message: string; retryable: boolean };
  /** The person wants to leave the form. */
  'close': Record<string, never>;
}

/** The events by name, for `addEventListener`. All bubble and are composed. */
export type ConnectorProfileEventMap = {
  [Name in keyof ConnectorProfileEvents]: CustomEvent<ConnectorProfileEvents[Name]>;
};

type EventMap = Omit<HTMLElementEventMap, keyof ConnectorProfileEventMap> & ConnectorProfileEventMap;

type Listener<Name extends keyof EventMap> = (this: ConnectorProfileElement, event: EventMap[Name]) => unknown;

/** `<stackone-connector-profile>`. An unset property reads as an empty string; `null` removes the attribute. */
export interface ConnectorProfileElement extends HTMLElement {
  /** The base URL of StackOne's API, or a path on the page's own host. Default: `https://api.stackone.com`. */
  get apiBaseUrl(): string;
  set apiBaseUrl(value: string | null);
  /** Default: `api-key`. */
  get auth(): Auth | '';
  set auth(value: Auth | null);
  /** ID of a profile to change. */
  get profileId(): string;
  set profileId(value: string | null);
  /** The guide with the form in it, the form alone, or the list of profiles. */
  get view(): View | '';
  set view(value: View | null);
  /** `none` leaves the title of the form to the host page. */
  get heading(): Heading | '';
  set heading(value: Heading | null);
  /** Initial value of the field. */
  get environment(): Environment;
  set environment(value: Environment | null);
  /** Initial value of the field. */
  get scopes(): string;
  set scopes(value: string | null);
  /** Initial value of the field. */
  get name(): string;
  set name(value: string | null);
  /** Default: `auto`. */
  get theme(): Theme | '';
  set theme(value: Theme | null);
  /** BCP 47 language tag. It has no effect yet: texts are English, or those of `messages`. */
  get locale(): string;
  set locale(value: string | null);
  /** Returns the `Authorization` header if `auth` is `host`. A property only, never an attribute. */
  getAuthorization: GetAuthorization | undefined;
  /** Custom texts, by message key. */
  messages: Messages | undefined;
  /** Focuses the first field, or the heading of the guide's step. */
  focus(): void;
  /** Clears the form, including the API key, and restarts the guide. */
  reset(): void;
  addEventListener<Name extends keyof EventMap>(
    type: Name, listener: Listener<Name>, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof EventMap>(
    type: Name, listener: Listener<Name>, options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'stackone-connector-profile': ConnectorProfileElement;
  }
}
