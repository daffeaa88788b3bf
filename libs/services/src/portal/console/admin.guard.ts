import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entranceTo, signInPage } from '@relais/web/console';
import { PageView } from '../page-view.js';
import { visitOf } from '../visit.js';
import { Admissions } from './admissions.js';
import { isForeign, sessionOf } from './session-cookie.js';

/** Lets admins alone into the console, and takes nothing that another site sent in their name. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(PageView) private readonly view: PageView,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    if (request.method !== 'GET' && isForeign(request)) {
      await this.view.showOnce((asked) => signInPage(asked, { step: 'foreign' }), request, reply);
      return false;
    }
    if (this.admissions.adminOf(sessionOf(request)) !== undefined) return true;
    const wanted = request.method === 'GET' && request.url !== '/admin' ? request.url : undefined;
    await reply.redirect(entranceTo(wanted, visitOf(request).language), 303);
    return false;
  }
}
