// A page without a build: sets properties, listens to events, and removes and adds the element.

const output = document.querySelector('#events');
const main = document.querySelector('main');

function setUp(element) {
  element.getAuthorization = async () => `Basic ${btoa('v1.consumer:')}`;
  element.messages = { title: 'Connect Salesforce' };
}

for (const name of ['ready', 'validation', 'profile-created']) {
  main.addEventListener(name, ({ detail }) => {
    output.setAttribute(`data-${name}`, Number(output.getAttribute(`data-${name}`)) + 1);
    if (detail.profile) output.textContent = detail.profile.name;
  });
}

document.querySelector('#toggle').addEventListener('click', () => {
  const element = main.querySelector('stackone-connector-profile');
  if (element) return element.remove();
  const another = document.createElement('stackone-connector-profile');
  another.apiBaseUrl = '/stackone';
  another.auth = 'host';
  another.environment = 'sandbox';
  setUp(another);
  main.append(another);
});

setUp(main.firstElementChild);
