import { Inject, Injectable } from '@nestjs/common';
import { answerHeaders, confirmationLetter } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import { ReadModels } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { wishInWords } from '@relais/web';
import { Deployment } from '../../wiring/deployment.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';
import { sealedPreferences } from '../preferences/sealed-preferences.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';

/** Asks whoever asked for a list whether it was them. */
@Injectable()
export class ConfirmationKind extends LetterKind {
  readonly purpose = 'confirmation';

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
  ) {
    super();
  }

  async write({ at }: OpenLetter, subscriber: Subscriber): Promise<Written> {
    const { subscription, list: id, language } = subscriber;
    const { name: listName, assembly } = this.deployment.list(id);
    const assemblyName = this.deployment.assembly(assembly).profile.name;
    const wanted = wishInWords(this.models, at, await this.#wish(subscriber), language);
    return {
      key: `confirmation ${id} ${language} ${wanted}`,
      template: () => confirmationLetter({ listName, assemblyName, language, wanted }),
      slots: { confirm: this.links.confirm(subscription) },
      headers: answerHeaders(),
      date: at,
    };
  }

  async #wish({ subscription, person, list, language }: Subscriber): Promise<Preferences> {
    const preferences = await sealedPreferences(this.store, subscription);
    const opened = preferences && (await this.keys.open(person, preferences));
    if (opened !== undefined) return JSON.parse(opened) as Preferences;
    const { assembly: city, zone } = this.deployment.list(list);
    return defaultPreferences({ city, zone, language });
  }
}
