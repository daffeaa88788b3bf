import { Inject, Injectable } from '@nestjs/common';
import { listHeaders, reminderLetter } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import type { Preferences, SubscriptionEvent } from '@relais/mailing-list';
import { Keys } from '@relais/transport';
import { localTime, type Language, type SubscriptionId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';
import { sealedPreferences } from '../preferences/sealed-preferences.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';

type Asked = Extract<SubscriptionEvent, { type: 'subscription.asked-again' }>['data'];

/** What is heard of somebody: there is nothing to ask any more. */
const answers: readonly SubscriptionEvent['type'][] = [
  ...(['subscription.renewed', 'subscription.preferred', 'subscription.changed', 'subscription.ended'] as const),
];

/** Asks whoever is not heard of, or whom another list had, whether they want their letters. */
@Injectable()
export class ReminderKind extends LetterKind {
  readonly purpose = 'reminder';

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {
    super();
  }

  /** Nothing to whoever has answered since. */
  async write({ at }: OpenLetter, receiver: Subscriber): Promise<Written | undefined> {
    const { subscription, list: id } = receiver;
    const asked = await this.#asked(subscription);
    if (asked === undefined) return undefined;
    const { name: listName, assembly, zone } = this.deployment.list(id);
    const assemblyName = this.deployment.assembly(assembly).profile.name;
    const language = await this.#languageOf(receiver);
    const { reason } = asked;
    const until = localTime(asked.until, zone).date;
    const { publicUrl } = this.deployment.settings;
    const leave = this.links.leave(subscription);
    return {
      key: `reminder ${id} ${language} ${reason} ${until}`,
      template: () => reminderLetter({ listName, assemblyName, until, language, reason }),
      slots: { keep: this.links.keep(subscription), leave },
      headers: listHeaders({ list: id, listName, publicUrl, oneClick: leave }),
      date: at,
    };
  }

  async #asked(subscription: SubscriptionId): Promise<Asked | undefined> {
    let asked: Asked | undefined;
    for await (const { type, data } of this.store.read(`subscription-${subscription}`)) {
      const event = { type, data } as SubscriptionEvent;
      if (event.type === 'subscription.asked-again') asked = event.data;
      else if (answers.includes(event.type)) asked = undefined;
    }
    return asked;
  }

  async #languageOf({ subscription, person, language }: Subscriber): Promise<Language> {
    const preferences = await sealedPreferences(this.store, subscription);
    const opened = preferences && (await this.keys.open(person, preferences));
    return opened ? (JSON.parse(opened) as Preferences).language : language;
  }
}
