import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { letters, ReadModels, type LetterRow } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { ListId, SubscriptionId } from '@relais/vocabulary';
import type { CanarySeen, ExternalListSeen } from '@relais/web/console';
import { canaryAddress } from '../../../external-lists/canary-address.js';
import { Deployment, type DeployedExternalList } from '../../../wiring/deployment.js';
import { adviceFor } from './advice.js';

/** Lists that are kept elsewhere: the last copy that each was given, and how it came back to our witness there. */
@Injectable()
export class ExternalDesk {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  all(): Promise<readonly ExternalListSeen[]> {
    return Promise.all(this.deployment.externalLists.map((list) => this.#one(list)));
  }

  async #one({ id, name, canary: has }: DeployedExternalList): Promise<ExternalListSeen> {
    const { returnDomain, authservId } = this.deployment.settings;
    const copy = this.#lastCopy(id);
    const isWatched = has && returnDomain !== undefined;
    const canary = isWatched ? await this.#canary(id, copy) : ({ verdict: 'off' } as const);
    return {
      ...{ list: id, name, canary, advice: adviceFor(canary, { believes: authservId !== undefined }) },
      ...(isWatched && { subscribe: canaryAddress(this.keys, returnDomain, id) }),
      ...(copy && { copy: { at: copy.at, status: copy.status, ...(copy.issue && { issue: copy.issue }) } }),
    };
  }

  #lastCopy(list: ListId): LetterRow | undefined {
    const subscription = `external-${list}` as SubscriptionId;
    const rows = this.models.find(letters, { where: { subscription } }).map(({ row }) => row);
    return rows.sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
  }

  async #canary(list: ListId, copy: LetterRow | undefined): Promise<CanarySeen> {
    if (copy === undefined) return { verdict: 'no-copy' };
    let seen: CanarySeen = { verdict: 'waiting', since: copy.at };
    for await (const event of this.store.read(`canary-${list}`)) {
      const { type, data } = knownEvent(event);
      if (type === 'canary.missed' && data.letter === copy.letter)
        seen = { verdict: 'missed', minutes: Math.round(data.waited / 60) };
      if (type === 'canary.arrived' && data.letter === copy.letter) {
        const { delay, dkim, aligned, listId, subject } = data;
        seen = { verdict: 'arrived', delay, dkim, aligned, listId, subject };
      }
    }
    return seen;
  }
}
