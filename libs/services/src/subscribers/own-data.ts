import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import type { Preferences, SubscriptionEvent } from '@relais/mailing-list';
import { letters, ReadModels, subscribers, type LetterRow, type SubscriberRow } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { Clock, type Instant, type SubscriptionId } from '@relais/vocabulary';
import { wordingOf } from '@relais/web';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';

/** Something that is recorded, as it is given to whom it is about. */
export type Told = Readonly<{ what: string; at: Instant } & Record<string, unknown>>;

/** All that there is of one address, opened: for its owner, to read or to take elsewhere. */
export type OwnDataDocument = Readonly<{
  format: 'relais-own-data';
  version: 1;
  made: Instant;
  address: string;
  subscriptions: readonly Readonly<{
    list: string;
    name: string | null;
    status: SubscriberRow['status'];
    language: string;
    preferences: Preferences | null;
    history: readonly Told[];
    letters: readonly Readonly<{
      letter: string;
      purpose: string;
      pages: readonly string[];
      history: readonly Told[];
    }>[];
  }>[];
  answers: readonly Readonly<{ page: string; answer: string; via: string; at: Instant }>[];
}>;

/** Gives a person what is kept of them (RGPD, 15 and 20): wishes, consents, choices, each letter and what became of it, answers. */
@Injectable()
export class OwnData {
  /** Somebody who asks again and again waits for themselves. */
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of the address of a subscription, ended or not; undefined where nobody is known any more. */
  of(subscription: SubscriptionId): Promise<OwnDataDocument | undefined> {
    return this.#turns.take(async () => {
      const own = this.models.get(subscribers, subscription);
      const address = own?.address && (await this.keys.open(own.person, own.address));
      if (own === undefined || !address) return undefined;
      const rows = this.models.find(subscribers, { where: { lookup: own.lookup } }).map(({ row }) => row);
      const made = this.clock.now();
      const subscriptions: OwnDataDocument['subscriptions'][number][] = [];
      for (const row of rows) subscriptions.push(await this.#subscription(row));
      const answers = await this.#answers(new Set(rows.map(({ person }) => person)));
      return { format: 'relais-own-data', version: 1, made, address, subscriptions, answers };
    });
  }

  async #subscription(row: SubscriberRow): Promise<OwnDataDocument['subscriptions'][number]> {
    const { subscription, list, status, language } = row;
    const history: Told[] = [];
    for await (const { type, data, recordedAt: at } of this.store.read(`subscription-${subscription}`))
      history.push(await this.#told(row, { type, data } as SubscriptionEvent, at));
    const sent: OwnDataDocument['subscriptions'][number]['letters'][number][] = [];
    for (const { row: one } of this.models.find(letters, { where: { subscription } }))
      sent.push(await this.#letter(one));
    return {
      ...{ list, name: this.deployment.lists.find(({ id }) => id === list)?.name ?? null, status, language },
      ...{ preferences: await this.#opened(row, row.preferences), history, letters: sent },
    };
  }

  async #told(row: SubscriberRow, { type, data }: SubscriptionEvent, at: Instant): Promise<Told> {
    const what = type.slice('subscription.'.length);
    switch (type) {
      case 'subscription.requested': {
        const { consent, language } = data;
        return { what, at, language, consent: { ...consent, text: wordingOf(consent.wording) ?? null } };
      }
      case 'subscription.imported':
        return { what, at, language: data.language, import: data.import, since: data.since };
      case 'subscription.preferred':
        return { what, at, preferences: await this.#opened(row, data.preferences) };
      case 'subscription.changed':
        return { what, at, language: data.language };
      case 'subscription.asked-again':
        return { what, at, reason: data.reason, until: data.until };
      case 'subscription.renewed':
        return { what, at, by: data.by };
      case 'subscription.ended':
        return { what, at, reason: data.reason };
      case 'subscription.confirmed':
        return { what, at };
    }
  }

  async #opened({ person }: SubscriberRow, sealed: string | undefined): Promise<Preferences | null> {
    const text = sealed && (await this.keys.open(person, sealed));
    return text ? (JSON.parse(text) as Preferences) : null;
  }

  async #letter({ letter, purpose, issue, further = [] }: LetterRow) {
    const { publicUrl } = this.deployment.settings;
    const history: Told[] = [];
    for await (const { type, data, recordedAt: at } of this.store.read(`letter-${letter}`)) {
      const { letter: _same, subscription: _theirs, edition: _sealed, ...more } = data as Record<string, unknown>;
      history.push({ ...more, what: type.slice('letter.'.length), at });
    }
    const pages = [...(issue ? [issue] : []), ...further].map((one) => `${publicUrl}/lettres/${one}`);
    return { letter, purpose, pages, history };
  }

  async #answers(persons: ReadonlySet<string>): Promise<OwnDataDocument['answers']> {
    const { publicUrl } = this.deployment.settings;
    const answers: OwnDataDocument['answers'][number][] = [];
    for await (const page of this.store.readAll(0n, { types: ['attendance.answered'] }))
      for (const recorded of page) {
        const { type, data, recordedAt: at } = { ...knownEvent(recorded) };
        if (type !== 'attendance.answered' || !persons.has(data.person)) continue;
        answers.push({ page: `${publicUrl}/rencontres/${data.gathering}`, answer: data.answer, via: data.via, at });
      }
    return answers;
  }
}
