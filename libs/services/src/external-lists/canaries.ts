import { Inject, Injectable, Logger } from '@nestjs/common';
import { canary } from '@relais/digest';
import { EventStore, handle } from '@relais/event-store';
import { Clock } from '@relais/vocabulary';
import { Deployment, type DeployedExternalList } from '../wiring/deployment.js';
import { domainOf, foundIn, letterOf, type CameByList } from './arrived-copy.js';
import { listCode } from './canary-address.js';
import { copyStory } from './copy-story.js';

/** Takes what external lists send to the addresses of ours that are subscribed there: of our copies, how they came. */
@Injectable()
export class Canaries {
  readonly #logger = new Logger('External lists');

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Resolves when what it tells is in the log; of what others write to a list nothing is kept. `code` names the list. */
  async take(code: string, mail: CameByList): Promise<void> {
    const list = this.deployment.externalLists.find(({ id, canary: has }) => has && listCode(id) === code);
    const letter = letterOf(mail);
    if (list === undefined || letter === undefined) return;
    const story = await copyStory(this.store, letter);
    const left = story?.accepted ?? story?.handedOver;
    if (story?.list !== list.id || left === undefined) return;
    const delay = Math.max(0, Math.round((Date.parse(this.clock.now()) - Date.parse(left)) / 1_000));
    const arrived = { list: list.id, letter, delay, ...foundIn(mail, this.#trust(list)) };
    const decision = await handle(this.store, `canary-${list.id}`, canary, { type: 'arrive', arrived });
    if ('accepted' in decision && decision.accepted.length > 0)
      this.#logger.log(`${list.id}: a copy arrived after ${delay} s, DKIM ${arrived.dkim}`);
  }

  #trust({ from }: DeployedExternalList) {
    const { dkim, mailFrom, authservId } = this.deployment.settings;
    return { ownDomain: dkim?.domain ?? domainOf(from ?? mailFrom), ...(authservId && { authservId }) };
  }
}
