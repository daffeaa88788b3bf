import { Inject, Injectable } from '@nestjs/common';
import { knownEvent, type HubEvent } from '@relais/catalogue';
import type { Recorded } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import { letters, ReadModels, subscribers } from '@relais/read-models';
import { Keys } from '@relais/transport';
import { Clock, type IssueId, type ListId, type Lookup, type SubscriptionId } from '@relais/vocabulary';
import type { Explanation } from '@relais/web';
import { WantedLetters } from '../../subscriptions/wanted-letters.js';
import { Deployment } from '../../wiring/deployment.js';
import { tellableIssue } from '../tellable.js';
import { explain } from './explain.js';
import { PersonStory } from './story.js';

/** So many letters of an address are told of, the newest. */
const mostLetters = 24;

/** Answers a person, or an admin for them, why letters come or do not. It changes nothing. */
@Injectable()
export class Explaining {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(WantedLetters) private readonly wanted: WantedLetters,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** To whoever holds a link of one of their letters. */
  async toReceiver(subscription: SubscriptionId, issue?: IssueId): Promise<Explanation> {
    const lookup = this.wanted.row(subscription)?.lookup;
    return this.#of(lookup, issue);
  }

  /** Of an address in clear, which goes no further. */
  ofAddress(address: string, issue?: IssueId): Promise<Explanation> {
    return this.#of(this.keys.lookup(address), issue);
  }

  async #of(lookup: Lookup | undefined, issue: IssueId | undefined): Promise<Explanation> {
    const rows = lookup === undefined ? [] : this.models.find(subscribers, { where: { lookup } });
    const own = rows.map(({ row }) => row);
    const story = PersonStory.of(
      await this.#events(
        own.map(({ subscription }) => subscription),
        issue,
      ),
    );
    const standing = own.find(({ status }) => status === 'confirmed');
    const wanted = standing && (await this.wanted.of(standing.subscription));
    const list = this.deployment.lists.find(({ id }) => id === wanted?.carrier.list) ?? this.deployment.lists[0];
    return explain(story, {
      now: this.clock.now(),
      ...(issue !== undefined && { issue }),
      ...(wanted && { preferences: wanted.preferences }),
      schedule: list ?? { zone: 'UTC', digest: { day: 1, hour: 9 } },
      nameOf: (id: ListId) => this.deployment.lists.find((one) => one.id === id)?.name ?? id,
      tellable: ({ composed }) => tellableIssue(this.deployment, composed),
    });
  }

  async #events(own: readonly SubscriptionId[], issue: IssueId | undefined): Promise<Recorded<HubEvent>[]> {
    const sent = own
      .flatMap((subscription) => this.models.find(letters, { where: { subscription } }))
      .map(({ row }) => row)
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
      .slice(0, mostLetters);
    const issues = new Set(sent.flatMap(({ issue: first, further = [] }) => [...(first ? [first] : []), ...further]));
    if (issue !== undefined) issues.add(issue);
    const streams = [
      ...own.map((one) => `subscription-${one}`),
      ...sent.map(({ letter }) => `letter-${letter}`),
      ...[...issues].map((one) => `digest-${one}`),
    ];
    return (await Promise.all(streams.map((stream) => this.#stream(stream)))).flat();
  }

  async #stream(stream: string): Promise<Recorded<HubEvent>[]> {
    const events: Recorded<HubEvent>[] = [];
    for await (const event of this.store.read(stream)) events.push(knownEvent(event));
    return events;
  }
}
