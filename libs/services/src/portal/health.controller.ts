import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventStore } from '@relais/event-store';
import { ReadModels } from '@relais/read-models';
import { Notary } from '../notary/notary.js';
import { sendOnce } from './reply.js';

const json = 'application/json; charset=utf-8';

/** Whether this process lives, and whether it can show something true. */
@Controller()
export class HealthController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Notary) private readonly notary: Notary,
  ) {}

  @Get('/healthz')
  async alive(@Res() reply: FastifyReply): Promise<void> {
    await sendOnce(reply, 200, json, '{"status":"alive"}\n');
  }

  @Get('/readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const [head, position] = [await this.store.head(), this.models.position()];
    const isReady = this.models.generation() > 0 && (await this.#isNear(position, head));
    const journal = this.notary.problem !== undefined && { journal: 'not what was signed' };
    const said = {
      ...{ status: isReady ? 'ready' : 'catching-up', position: String(position), head: String(head) },
      ...journal,
    };
    await sendOnce(reply, isReady ? 200 : 503, json, `${JSON.stringify(said)}\n`);
  }

  /** Whether the pages are behind by no more events than are read at once: 1,000. Of positions no difference can be taken. */
  async #isNear(position: bigint, head: bigint): Promise<boolean> {
    if (position >= head) return true;
    for await (const page of this.store.readAll(position)) return (page.at(-1)?.position ?? head) >= head;
    return true;
  }
}
