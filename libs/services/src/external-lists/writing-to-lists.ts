import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import { EventStore } from '@relais/event-store';
import { Deployment } from '../wiring/deployment.js';
import { Lifetime } from '../wiring/lifetime.js';
import { CanaryWatch } from './canary-watch.js';
import { Copies } from './copies.js';

/** Keeps it going: copies as issues become complete, and the look whether they arrive. For the courier that has the role. */
@Injectable()
export class WritingToLists {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Copies) private readonly copies: Copies,
    @Inject(CanaryWatch) private readonly watch: CanaryWatch,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  async start(): Promise<void> {
    if (this.deployment.externalLists.length === 0) return;
    await this.watch.start();
    const from = await this.store.head();
    await this.watch.await(await this.copies.look());
    const types = [...this.copies.types, 'letter.accepted'];
    this.lifetime.run('the copies for external lists', async (signal) => {
      for await (const page of this.store.subscribe(from, signal, { types })) {
        const known = page.map(knownEvent);
        if (known.some(({ type }) => type === 'digest.completed')) await this.watch.await(await this.copies.look());
        await this.watch.accepted(known.flatMap(({ type, data }) => (type === 'letter.accepted' ? [data.letter] : [])));
      }
    });
  }
}
