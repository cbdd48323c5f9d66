// The types of the element that importing element.js defines: its attributes and properties, its events, and its names
// for the DOM. frameworks.d.ts tells them to React, Vue and Svelte.

import type { Auth, Environment, GetAuthorization, Issue, Messages, Theme, View } from './index.js';
import type {} from './frameworks.js';

/** A connector profile as StackOne lists it. */
export interface ConnectorProfile {
  id: string;
  name: string;
  /** Empty where StackOne does not say. */
  environment: Environment;
  /** When it was made (RFC 3339); empty where StackOne does not say. */
  created_at: string;
  connector_key: string;
}

/** Why a click on the main button came to nothing, the form could not be loaded, or it broke. */
export type FailureCode =
  // The request.
  | 'invalid-draft' | 'unauthorized' | 'forbidden' | 'not-offered' | 'conflict' | 'rejected' | 'rate-limited'
  | 'outcome-unknown' | 'blocked' | 'unreadable'
  // The module, where `blocked` stands for the policy.
  | 'no-webassembly' | 'missing' | 'type' | 'script' | 'offline' | 'unreachable' | 'broken';

/** The `detail` of each event. None ever holds a secret. */
export interface ConnectorProfileEvents {
  /** The form is drawn and takes input. */
  'ready': Record<string, never>;
  /** The guide went to a step. */
  'step': { step: string };
  /** The validity or the issues of the draft changed. */
  'validation': { valid: boolean; issues: Issue[] };
  /** The person copies or opens the authorization URL. */
  'authorize': { url: string };
  'profile-created': { profile: ConnectorProfile };
  'profile-updated': { profile: ConnectorProfile };
  'profile-failed': { code: FailureCode; message: string; retryable: boolean };
  /** The person wants to leave the form. */
  'close': Record<string, never>;
}

/** The events by name, as `addEventListener` takes them. All bubble and are composed. */
export type ConnectorProfileEventMap = {
  [Name in keyof ConnectorProfileEvents]: CustomEvent<ConnectorProfileEvents[Name]>;
};

type EventMap = Omit<HTMLElementEventMap, keyof ConnectorProfileEventMap> & ConnectorProfileEventMap;

type Listener<Name extends keyof EventMap> = (this: ConnectorProfileElement, event: EventMap[Name]) => unknown;

/** `<stackone-connector-profile>`. A property without a value reads as an empty text; `null` takes the attribute away. */
export interface ConnectorProfileElement extends HTMLElement {
  /** A URL, or a path of the page's own host. Default: `https://api.stackone.com`. */
  get apiBaseUrl(): string;
  set apiBaseUrl(value: string | null);
  /** Default: `api-key`. */
  get auth(): Auth | '';
  set auth(value: Auth | null);
  /** Id of the profile to edit. */
  get profileId(): string;
  set profileId(value: string | null);
  /** The whole guided set-up, or the form alone. */
  get view(): View | '';
  set view(value: View | null);
  /** First value of the field. */
  get environment(): Environment;
  set environment(value: Environment | null);
  /** First value of the field. */
  get scopes(): string;
  set scopes(value: string | null);
  /** First value of the field. */
  get name(): string;
  set name(value: string | null);
  /** Default: `auto`. */
  get theme(): Theme | '';
  set theme(value: Theme | null);
  /** BCP 47. Default: the nearest `lang` attribute, then the browser's language. */
  get locale(): string;
  set locale(value: string | null);
  /** The value of the `Authorization` header where `auth` is `host`. A property only, never an attribute. */
  getAuthorization: GetAuthorization | undefined;
  /** Own wording, by message key. */
  messages: Messages | undefined;
  /** Moves the focus to the first field, or in the guide to the heading of the step. */
  focus(): void;
  /** Empties the form. */
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
