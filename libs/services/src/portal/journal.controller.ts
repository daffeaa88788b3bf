import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkpoints, ReadModels, type CheckpointRow } from '@relais/read-models';
import { DocumentView } from './document-view.js';

const madeOf = { projections: [checkpoints] };
const mediaType = 'text/plain; charset=utf-8';

/** The checkpoints of the log as they were signed, for whoever keeps them: beside the page that explains them. */
@Controller()
export class JournalController {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(DocumentView) private readonly view: DocumentView,
  ) {}

  /** The oldest first, so that a list that was kept is the beginning of every later one. */
  @Get('/journal/points.txt')
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#serve(request, reply, this.models.find(checkpoints, { order: ['size', 'ascending'] }));
  }

  @Get('/journal/dernier.txt')
  async last(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = this.models.find(checkpoints, { order: ['size', 'descending'], limit: 1 });
    if (found.length === 0) throw new NotFoundException();
    await this.#serve(request, reply, found);
  }

  async #serve(
    request: FastifyRequest,
    reply: FastifyReply,
    found: readonly Readonly<{ row: CheckpointRow }>[],
  ): Promise<void> {
    const body = found.map(({ row }) => row.note).join('\n');
    await this.view.serve(request, reply, madeOf, () => ({ mediaType, body }));
  }
}
