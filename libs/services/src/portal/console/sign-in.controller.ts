import { Controller, Get, HttpCode, Inject, Logger, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInPage, type SignIn } from '@relais/web/console';
import { Deployment } from '../../wiring/deployment.js';
import { Lifetime } from '../../wiring/lifetime.js';
import { PageView } from '../page-view.js';
import { fieldsOf, visitOf } from '../visit.js';
import { pathOf, wantedBy } from './addresses.js';
import { Admissions } from './admissions.js';
import { forgetSession, isForeign, keepSession, sessionOf } from './session-cookie.js';

/** The way into the console and out of it. */
@Controller('/admin')
export class SignInController {
  readonly #logger = new Logger('Portal');

  constructor(
    @Inject(Admissions) private readonly admissions: Admissions,
    @Inject(PageView) private readonly view: PageView,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  @Get('/entrer')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = visitOf(request).query['jeton'];
    const isIn = this.admissions.adminOf(sessionOf(request)) !== undefined;
    if (token === undefined && isIn) return this.#leadIn(request, reply);
    if (token === undefined) return this.#say(request, reply, { step: 'ask' });
    const holds = this.admissions.holds(token);
    await this.#say(request, reply, holds ? { step: 'enter', token } : { step: 'bad-link' });
  }

  @Post('/entrer')
  @HttpCode(200)
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (isForeign(request)) return this.#say(request, reply, { step: 'foreign' });
    const { jeton, adresse } = fieldsOf(request);
    if (jeton === undefined) return this.#say(request, reply, this.#sent(adresse ?? '', request));
    const session = this.admissions.admit(jeton);
    if (session === undefined) return this.#say(request, reply, { step: 'bad-link' });
    keepSession(reply, session, this.deployment.settings.publicUrl);
    await this.#leadIn(request, reply);
  }

  @Post('/sortir')
  async leave(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (isForeign(request)) return this.#say(request, reply, { step: 'foreign' });
    forgetSession(reply, this.deployment.settings.publicUrl);
    await reply.redirect(pathOf('/admin/entrer', request), 303);
  }

  async #leadIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await reply.redirect(wantedBy(request) ?? pathOf('/admin', request), 303);
  }

  /** Nobody waits for the post: neither what is said nor how long it takes tells whose address it is. */
  #sent(address: string, request: FastifyRequest): SignIn {
    if (address.trim() === '') return { step: 'ask', error: 'no-address' };
    const { language } = visitOf(request);
    const page = wantedBy(request);
    this.lifetime.run('the letter to an admin', () =>
      // An admin without a letter is no reason for a hub to stop.
      this.admissions
        .ask(address, language, page)
        .catch((error: unknown) => this.#logger.error((error as Error).message)),
    );
    return { step: 'sent' };
  }

  #say(request: FastifyRequest, reply: FastifyReply, at: SignIn): Promise<void> {
    return this.view.showOnce((asked) => signInPage(asked, at), request, reply);
  }
}
