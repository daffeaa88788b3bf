import { Controller, ForbiddenException, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { announcingPage, type Announcing } from '@relais/web';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnnouncingForm } from '../intake/form/announcing-form.js';
import { SignedLinks } from '../intake/signed-links.js';
import { Deployment, type DeployedIntake } from '../wiring/deployment.js';
import { PageView } from './page-view.js';
import { fieldsOf, visitOf } from './visit.js';

const path = '/annoncer/:source/:signature';

/** The form behind an organiser's link: GET shows, POST acts, and nobody comes here from another site. */
@Controller()
export class AnnounceController {
  constructor(
    @Inject(PageView) private readonly view: PageView,
    @Inject(SignedLinks) private readonly links: SignedLinks,
    @Inject(AnnouncingForm) private readonly form: AnnouncingForm,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Get(path)
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const intake = this.#intake(request);
    await this.#show(request, reply, intake && (await this.form.opened(intake)));
  }

  @Post(path)
  @HttpCode(200)
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (this.#isForeign(request)) throw new ForbiddenException();
    const intake = this.#intake(request);
    await this.#show(request, reply, intake && (await this.form.sent(intake, fieldsOf(request))));
  }

  #intake(request: FastifyRequest): DeployedIntake | undefined {
    const { source = '', signature = '' } = visitOf(request).params;
    return this.links.intakeOf('form', source, signature);
  }

  /**
   * Whether a browser says that a page of another site sent this. «null» it says of our own pages too, since they tell nobody where
   * a reader came from; then the secret in the path has to do, which no other site knows.
   */
  #isForeign({ headers }: FastifyRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site !== 'same-origin' && site !== 'none';
    const { host } = URL.parse(headers.origin ?? '') ?? {};
    return host !== undefined && host !== headers.host && host !== new URL(this.deployment.settings.publicUrl).host;
  }

  /** An outcome, though an empty one: what is somebody's own is made for each who asks, and kept nowhere. */
  async #show(request: FastifyRequest, reply: FastifyReply, announcing: Announcing | undefined): Promise<void> {
    await this.view.show(announcingPage(announcing), request, reply, {});
  }
}
