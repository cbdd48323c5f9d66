// The element in React 19: attributes and properties are props, events are props that start with `on`.

import { useState } from 'react';
import type { Messages } from 'stackone-connector-profile';
import 'stackone-connector-profile/element.js';

const messages: Messages = { title: 'Connect Salesforce' };
const getAuthorization = async () => `Basic ${btoa('v1.consumer:')}`;

export function App() {
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  const [validations, setValidations] = useState(0);
  const [created, setCreated] = useState<string[]>([]);
  return (
    <>
      <button id="toggle" onClick={() => setShown(!shown)}>Show or hide</button>
      <output id="events" data-ready={ready} data-validation={validations} data-profile-created={created.length}>
        {created.join()}
      </output>
      {shown && (
        <stackone-connector-profile
          api-base-url="/stackone"
          auth="host"
          environment="sandbox"
          getAuthorization={getAuthorization}
          messages={messages}
          onready={() => setReady((count) => count + 1)}
          onvalidation={() => setValidations((count) => count + 1)}
          onprofile-created={({ detail }) => setCreated((names) => [...names, detail.profile.name])}
        />
      )}
    </>
  );
}
