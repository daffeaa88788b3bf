import { createHash } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { replayScript } from '@relais/web/console';
import { conditionsOf, sendServed } from '../../reply.js';
import { ServedDocuments } from '../../served-documents.js';

/** Where the script of the page of the replay is; another content is another path, so that it may be kept for ever. */
export const replayScriptPath = `/rejeu-${createHash('sha256').update(replayScript).digest('hex').slice(0, 12)}.js`;

/** It holds nothing of anybody's, so that everybody may have it. */
@Controller()
export class ReplayScriptController {
  readonly #documents = new ServedDocuments();

  @Get(replayScriptPath)
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const mediaType = 'text/javascript; charset=utf-8';
    const render = () => ({ mediaType, body: replayScript, changedAt: '2026-01-01T00:00:00.000Z' });
    const served = await this.#documents.serve('script', 'script', render, conditionsOf(request));
    if (served === undefined) throw new Error('the script was not rendered');
    const kept = { 'cache-control': 'public, max-age=31536000, immutable' };
    await sendServed(reply, { ...served, headers: { ...served.headers, ...kept } });
  }
}
