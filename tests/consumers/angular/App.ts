import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { ConnectorProfileEventMap, Messages } from 'stackone-connector-profile';
import 'stackone-connector-profile/element.js';

/** The element in Angular, with zone.js, which wraps listeners and promises. A property without a value is `undefined`. */
@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button id="toggle" (click)="shown = !shown">Show or hide</button>
    <output
      id="events"
      [attr.data-ready]="ready"
      [attr.data-validation]="validations"
      [attr.data-profile-created]="created.length"
    >{{ created.join() }}</output>
    @if (shown) {
      <stackone-connector-profile
        api-base-url="/stackone"
        auth="host"
        environment="sandbox"
        [profileId]="profileId"
        [getAuthorization]="getAuthorization"
        [messages]="messages"
        (ready)="ready = ready + 1"
        (validation)="validations = validations + 1"
        (profile-created)="add($event)"
      />
    }
  `,
})
export class App {
  readonly profileId: string | undefined = undefined;
  readonly messages: Messages = { title: 'Connect Salesforce' };
  readonly getAuthorization = async () => `Basic ${btoa('v1.consumer:')}`;
  shown = true;
  ready = 0;
  validations = 0;
  created: string[] = [];

  add({ detail }: ConnectorProfileEventMap['profile-created']) {
    this.created.push(detail.profile.name);
  }
}
