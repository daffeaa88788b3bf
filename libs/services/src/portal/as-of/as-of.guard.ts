import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { noMomentPage } from '@relais/web';
import { entranceTo } from '@relais/web/console';
import { Admissions } from '../console/admissions.js';
import { sessionOf } from '../console/session-cookie.js';
import { PageView } from '../page-view.js';
import { visitOf } from '../visit.js';
import { Past } from './past.js';
import { showsThePast } from './shows-the-past.js';
import { Standpoint } from './standpoint.js';

/** Shows an admin what they ask for with `?le=` as it was then; leads everybody else who asks for that to the entrance. */
@Injectable()
export class AsOfGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(PageView) private readonly view: PageView,
    @Inject(Past) private readonly past: Past,
    @Inject(Standpoint) private readonly standpoint: Standpoint,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const visit = visitOf(request);
    const { le } = visit.query;
    if (le === undefined || !['GET', 'HEAD'].includes(request.method)) return true;
    if (this.reflector.get<boolean | undefined>(showsThePast, context.getClass()) !== true) return true;
    if (this.admissions.adminOf(sessionOf(request)) === undefined) {
      await reply.header('cache-control', 'no-store').redirect(entranceTo(request.url, visit.language), 303);
      return false;
    }
    const moment = await this.past.moment(le, visit);
    if ('problem' in moment) {
      await this.view.showOnce((asked) => noMomentPage(asked, moment), request, reply);
      return false;
    }
    const { position, now, zone, day } = moment;
    const { models, release } = await this.past.at(position, visit);
    const asOf = { le, position: String(position), now, zone, ...(day !== undefined && { day }) };
    this.standpoint.take(request, reply, { models, now, asOf }, release);
    return true;
  }
}
