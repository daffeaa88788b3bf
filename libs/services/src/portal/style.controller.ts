import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { css } from '@relais/web';
import { stylesheet } from './page-view.js';
import { conditionsOf, sendServed } from './reply.js';
import { ServedDocuments } from './served-documents.js';

/** The stylesheet, kept by browsers for ever: another content has another path. */
@Controller()
export class StyleController {
  readonly #documents = new ServedDocuments();

  @Get(stylesheet.path)
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const render = () => ({ mediaType: 'text/css; charset=utf-8', body: css, changedAt: '2026-01-01T00:00:00.000Z' });
    const served = await this.#documents.serve('css', 'css', render, conditionsOf(request));
    if (served === undefined) throw new Error('the stylesheet was not rendered');
    const kept = { 'cache-control': 'public, max-age=31536000, immutable' };
    await sendServed(reply, { ...served, headers: { ...served.headers, ...kept } });
  }
}
