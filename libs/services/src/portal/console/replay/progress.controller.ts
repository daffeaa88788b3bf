import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { liveState, progressPath } from '@relais/web/console';
import { visitOf } from '../../visit.js';
import { AdminGuard } from '../admin.guard.js';
import { Admissions } from '../admissions.js';
import { sessionOf } from '../session-cookie.js';
import { EventStream } from './event-stream.js';
import { ReplayWatch } from './replay-watch.js';

/** So often, in milliseconds, a connection is kept alive, and whether its admin is still one looked at. */
const beat = 15_000;

/** How far a replay is, as events that the server sends until the reader leaves. */
@Controller()
@UseGuards(AdminGuard)
export class ProgressController {
  constructor(
    @Inject(ReplayWatch) private readonly watch: ReplayWatch,
    @Inject(Admissions) private readonly admissions: Admissions,
  ) {}

  @Get(progressPath)
  follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { language } = visitOf(request);
    reply.hijack();
    const stream = new EventStream(reply.raw);
    if (request.method === 'HEAD') return stream.end();
    const leave = this.watch.join({
      tell: (projector) => stream.send('state', liveState(projector, language)),
      end: () => stream.end(),
    });
    const beating = setInterval(() => {
      if (this.admissions.adminOf(sessionOf(request)) === undefined) stream.end();
      else stream.beat();
    }, beat);
    reply.raw.once('close', () => {
      clearInterval(beating);
      leave();
    });
  }
}
