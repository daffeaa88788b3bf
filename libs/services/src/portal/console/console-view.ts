import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageResponse } from '@relais/web';
import type { ConsoleRequest } from '@relais/web/console';
import type { AdminId } from '@relais/vocabulary';
import { PageView } from '../page-view.js';
import { Admissions } from './admissions.js';
import { sessionOf } from './session-cookie.js';

/** Shows pages of the console to whom the guard let in. */
@Injectable()
export class ConsoleView {
  constructor(
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(PageView) private readonly view: PageView,
  ) {}

  adminOf(request: FastifyRequest): AdminId {
    const admin = this.admissions.adminOf(sessionOf(request));
    if (admin === undefined) throw new Error('the console was shown to somebody whom its guard did not let in');
    return admin;
  }

  show(of: (request: ConsoleRequest) => PageResponse, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const admin = this.adminOf(request);
    return this.view.showOnce((asked) => of({ ...asked, admin }), request, reply);
  }
}
