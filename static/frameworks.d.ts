// The element in the templates of React 19, Vue 3 and Svelte 5. Names of a framework that is not installed are unknown;
// @ts-ignore skips them. Inside a framework its own names take precedence, so ours have a prefix.

import type { ConnectorProfileElement, ConnectorProfileEventMap } from './element.js';
import type { Auth, Environment, GetAuthorization, Heading, Messages, Theme, View } from './index.js';

interface OwnAttributes {
  'api-base-url'?: string;
  'profile-id'?: string;
  auth?: Auth;
  view?: View;
  heading?: Heading;
  environment?: Environment;
  scopes?: string;
  name?: string;
  theme?: Theme;
  locale?: string;
}

interface OwnProperties {
  getAuthorization?: GetAuthorization;
  messages?: Messages;
}

/** `onready`, `onprofile-created`: React and Svelte listen to the event whose name follows `on`. */
type OwnListeners = {
  [Name in keyof ConnectorProfileEventMap as `on${Name}`]?: (event: ConnectorProfileEventMap[Name]) => void;
};

type Pascal<Name extends string> =
  Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;

/** `onReady`, `onProfileCreated`: Vue's names for `@ready` and `@profile-created`. */
type OwnVueListeners = {
  [Name in keyof ConnectorProfileEventMap as `on${Pascal<Name>}`]?: (event: ConnectorProfileEventMap[Name]) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'stackone-connector-profile': OwnAttributes & OwnProperties & OwnListeners
        // @ts-ignore
        & Omit<DetailedHTMLProps<HTMLAttributes<ConnectorProfileElement>, ConnectorProfileElement>, keyof OwnAttributes>;
    }
  }
}

declare module 'vue' {
  interface GlobalComponents {
    'stackone-connector-profile': new () => {
      // @ts-ignore
      $props: OwnAttributes & OwnProperties & OwnVueListeners & Omit<import('vue').HTMLAttributes, keyof OwnAttributes>;
    };
  }
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'stackone-connector-profile': OwnAttributes & OwnProperties & OwnListeners
      // @ts-ignore
      & Omit<HTMLAttributes<ConnectorProfileElement>, keyof OwnAttributes | keyof OwnListeners>;
  }
}
