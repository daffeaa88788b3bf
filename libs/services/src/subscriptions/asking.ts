import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, handle } from '@relais/event-store';
import { subscription as decider, defaultPreferences, type Preferences } from '@relais/mailing-list';
import { ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { Clock, type ListId, type PersonId, type SubscriptionId } from '@relais/vocabulary';
import { Deployment } from '../wiring/deployment.js';
import { OneAtATime } from '../wiring/one-at-a-time.js';
import type { Wish } from './wish.js';

/** A person who asks again within this time is not written to again. */
const patience = 10 * 60_000;
/** Whoever asks waits at least so long, known or unknown: by how fast the answer comes, nobody tells one from the other. */
const evenly = 120;

type Asked = Readonly<{ subscription: SubscriptionId; person: PersonId; at: number }>;

/** Takes wishes: nothing of them holds before it is confirmed from the letter to the address. */
@Injectable()
export class Asking {
  /** One wish after another, so that two of the same address find each other. */
  readonly #turns = new OneAtATime();
  /** What was asked since the read models stood where they stand. */
  readonly #recent = new Map<string, Asked>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** Records the wish. The answer, and when it comes, is the same whether or not the address is known. */
  async ask(wish: Wish): Promise<void> {
    await Promise.all([this.#turns.take(() => this.#ask(wish)), new Promise((resolve) => setTimeout(resolve, evenly))]);
  }

  async #ask(wish: Wish): Promise<void> {
    const { address, language, form, wording } = wish;
    const lookup = this.keys.lookup(address);
    const known = this.models
      .find(subscribers, { where: { lookup } })
      .map(({ row }) => row)
      .filter(({ status }) => status !== 'ended');
    // One letter asks for all of them, in the name of the first that they do not have.
    const list = wish.lists.find((id) => !known.some((row) => row.list === id && row.status === 'confirmed'));
    if (list === undefined) return;
    const pending = known.filter((row) => row.list === list).at(-1);
    const now = Date.parse(this.clock.now());
    const recent = this.#recently(`${list} ${lookup}`);
    const askedAt = recent?.at ?? (pending && Date.parse(pending.requestedAt));
    if (askedAt !== undefined && now - askedAt < patience) return;
    const subscription = pending?.subscription ?? recent?.subscription ?? (randomUUID() as SubscriptionId);
    const person = pending?.person ?? recent?.person ?? (randomUUID() as PersonId);
    const preferences = this.#preferences(wish, list);
    await handle(this.store, `subscription-${subscription}`, decider, {
      type: 'request',
      request: {
        ...{ subscription, list, person, lookup, language },
        address: await this.keys.seal(person, address),
        consent: { wording: wording.id, hash: createHash('sha256').update(wording.text).digest('hex'), form },
      },
      ...(preferences && { preferences: await this.keys.seal(person, JSON.stringify(preferences)) }),
    });
    this.#remember(`${list} ${lookup}`, { subscription, person, at: now });
  }

  /** What is wished for beyond what everybody has who asks for this list. */
  #preferences({ lists, rhythm, language }: Wish, first: ListId): Preferences | undefined {
    const { assembly: city, zone } = this.deployment.list(first);
    const cities = [...new Set([city, ...lists.map((id) => this.deployment.list(id).assembly)])];
    if (cities.length === 1 && (rhythm === undefined || rhythm.every === 'month')) return undefined;
    return { ...defaultPreferences({ city, zone, language }), cities, ...(rhythm && { rhythm }) };
  }

  /** What was asked a moment ago; who has left since may ask anew at once. */
  #recently(key: string): Asked | undefined {
    const recent = this.#recent.get(key);
    return recent && this.models.get(subscribers, recent.subscription)?.status !== 'ended' ? recent : undefined;
  }

  #remember(key: string, asked: Asked): void {
    for (const [old, { at }] of this.#recent) if (asked.at - at > patience) this.#recent.delete(old);
    this.#recent.set(key, asked);
  }
}
