// Uses that the types must reject in React. Type-checked, not built.

export const wrong = [
  // @ts-expect-error: no such way to authorize
  <stackone-connector-profile key="1" auth="password" />,
  // @ts-expect-error: a key is no function that gives one
  <stackone-connector-profile key="2" getAuthorization="Basic …" />,
  // @ts-expect-error: there is no attribute for a key
  <stackone-connector-profile key="3" api-key="v1.x" apiKey="v1.x" />,
  // @ts-expect-error: the event has no secret
  <stackone-connector-profile key="4" onprofile-created={({ detail }) => detail.profile.clientSecret} />,
];
