// The element in React 19 with server-side rendering. Importing the package on the server defines nothing. When React
// hydrates, it sets no properties and adds no event listeners, so a ref does both.

import { useCallback, useState } from 'react';
import type { ConnectorProfileElement, Messages } from 'stackone-connector-profile';
import 'stackone-connector-profile/element.js';

const messages: Messages = { title: 'Connect Salesforce' };
const getAuthorization = async () => `Basic ${btoa('v1.consumer:')}`;

export function App() {
  const [shown, setShown] = useState(true);
  const [ready, setReady] = useState(0);
  const [validations, setValidations] = useState(0);
  const [created, setCreated] = useState<string[]>([]);
  const connect = useCallback((element: ConnectorProfileElement) => {
    element.getAuthorization = getAuthorization;
    element.messages = messages;
    const gone = new AbortController();
    const until = { signal: gone.signal };
    element.addEventListener('ready', () => setReady((count) => count + 1), until);
    element.addEventListener('validation', () => setValidations((count) => count + 1), until);
    element.addEventListener('profile-created', ({ detail }) => setCreated((names) => [...names, detail.profile.name]), until);
    return () => gone.abort();
  }, []);
  return (
    <>
      <button id="toggle" onClick={() => setShown(!shown)}>Show or hide</button>
      <output id="events" data-ready={ready} data-validation={validations} data-profile-created={created.length}>
        {created.join()}
      </output>
      {shown && <stackone-connector-profile ref={connect} api-base-url="/stackone" auth="host" environment="sandbox" />}
    </>
  );
}
