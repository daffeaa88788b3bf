import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { projections } from '@relais/read-models';
import { Keys } from '@relais/transport';
import {
  css,
  notFoundPage,
  renderPage,
  type FormOutcome,
  type Page,
  type PageRequest,
  type PageResponse,
} from '@relais/web';
import { Deployment } from '../wiring/deployment.js';
import { Standpoint } from './as-of/standpoint.js';
import { journalKey } from '../notary/journal-name.js';
import { conditionsOf, sendOnce, sendServed } from './reply.js';
import { ServedDocuments } from './served-documents.js';
import { documentKey, pageRequestOf, visitOf } from './visit.js';

const mediaType = 'text/html; charset=utf-8';

/** Where the stylesheet is; another content is another path, so that it may be kept for ever. */
export const stylesheet = { path: `/style-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css` };

/** Pages know the day but not the hour: they are made again when the rows change, and every hour. */
const hourOf = (now: string): string => `${new Date(now).toISOString().slice(0, 13)}:00:00.000Z`;

/** Shows pages: rendered once per change of the read models, never kept where they are somebody's own. */
@Injectable()
export class PageView {
  readonly #documents = new ServedDocuments();
  readonly #journalKey: string;

  constructor(
    @Inject(Standpoint) private readonly standpoint: Standpoint,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Keys) keys: Keys,
  ) {
    this.#journalKey = journalKey(deployment.settings, keys);
  }

  async show(page: Page, request: FastifyRequest, reply: FastifyReply, outcome?: FormOutcome): Promise<void> {
    const asked = this.#asked(request, outcome);
    let response: PageResponse | undefined;
    const render = () => {
      response = page.render(asked);
      if (response === undefined || response.private || (response.status ?? 200) !== 200) return undefined;
      return { mediaType, body: renderPage(asked, response, stylesheet), changedAt: this.#changedAt(asked) };
    };
    // The past is shown to whom it is shown, and kept nowhere: what others are served stands at another position.
    if (outcome === undefined && asked.asOf === undefined) {
      const served = await this.#documents.serve(documentKey(asked), this.#basis(asked), render, conditionsOf(request));
      if (served) return sendServed(reply, served);
    } else response = page.render(asked);
    await this.#send(reply, asked, response ?? notFoundPage(asked));
  }

  /** A page that is not among the pages: of an error, of the console. It is made for this request alone. */
  async showOnce(
    of: (request: PageRequest) => PageResponse,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const asked = this.#asked(request);
    await this.#send(reply, asked, of(asked));
  }

  async #send(reply: FastifyReply, asked: PageRequest, response: PageResponse): Promise<void> {
    const html = renderPage(asked, response, stylesheet);
    await sendOnce(reply, response.status ?? 200, mediaType, html, response.script !== undefined);
  }

  #asked(request: FastifyRequest, outcome?: FormOutcome): PageRequest {
    const { publicUrl } = this.deployment.settings;
    const at = { ...this.standpoint.of(request), publicUrl, journalKey: this.#journalKey };
    return pageRequestOf(visitOf(request), at, outcome);
  }

  #basis({ models, now }: PageRequest): string {
    return `${models.generation()} ${models.position()} ${hourOf(now)}`;
  }

  #changedAt({ models, now }: PageRequest): string {
    const { at } = models.changed(...projections);
    const hour = hourOf(now);
    return at > hour ? at : hour;
  }
}
