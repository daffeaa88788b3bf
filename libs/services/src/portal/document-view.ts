import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Projection } from '@relais/read-models';
import { Standpoint } from './as-of/standpoint.js';
import { conditionsOf, sendOnce, sendServed } from './reply.js';
import { ServedDocuments, type Rendered } from './served-documents.js';
import { documentKey, visitOf } from './visit.js';

/** What a document is made of: it is made again when one of these projections changes, or `also` does. */
export type MadeOf = Readonly<{ projections: readonly Projection<never>[]; also?: string }>;

/** Serves documents for machines, open to pages of any origin: rendered once per change, then bytes. */
@Injectable()
export class DocumentView {
  readonly #documents = new ServedDocuments();

  constructor(@Inject(Standpoint) private readonly standpoint: Standpoint) {}

  async serve(
    request: FastifyRequest,
    reply: FastifyReply,
    { projections, also = '' }: MadeOf,
    render: () => Omit<Rendered, 'changedAt'>,
  ): Promise<void> {
    const { models, asOf } = this.standpoint.of(request);
    if (asOf !== undefined) {
      const { mediaType, body } = render();
      return sendOnce(reply, 200, mediaType, body);
    }
    const { position, at } = models.changed(...projections);
    const basis = `${models.generation()} ${position} ${also}`;
    const rendered = () => ({ ...render(), changedAt: at });
    const served = await this.#documents.serve(documentKey(visitOf(request)), basis, rendered, conditionsOf(request));
    if (served === undefined) throw new NotFoundException();
    await sendServed(reply, { ...served, headers: { ...served.headers, 'access-control-allow-origin': '*' } });
  }
}
