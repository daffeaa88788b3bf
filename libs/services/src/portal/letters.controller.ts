import { createHash } from 'node:crypto';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { archivedIssue } from '@relais/digests';
import { Notices } from '@relais/digests/paper';
import { feedFormats, lettersFeedOf } from '@relais/feeds';
import { assemblies, issues } from '@relais/read-models';
import { Deployment } from '../wiring/deployment.js';
import { ShowsThePast } from './as-of/shows-the-past.js';
import { Standpoint } from './as-of/standpoint.js';
import { DocumentView } from './document-view.js';
import { sendServed } from './reply.js';
import { visitOf } from './visit.js';

const mostEntries = 50;
const media = { 'content-type': 'application/pdf', 'cache-control': 'public, max-age=0, must-revalidate' } as const;

/** Letters for machines and for the notice board: as a feed, and as paper. */
@Controller()
@ShowsThePast()
export class LettersController {
  readonly #notices = new Notices();

  constructor(
    @Inject(Standpoint) private readonly standpoint: Standpoint,
    @Inject(DocumentView) private readonly view: DocumentView,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Get(feedFormats.flatMap(({ extension }) => [`/lettres.${extension}`, `/:city/lettres.${extension}`]))
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { path, language, params } = visitOf(request);
    const format = feedFormats.find(({ extension }) => path.endsWith(`.${extension}`));
    const { models } = this.standpoint.of(request);
    const { city } = params;
    const assembly = city === undefined ? undefined : models.get(assemblies, city)?.assembly;
    if (format === undefined || (city !== undefined && assembly === undefined)) throw new NotFoundException();
    const { publicUrl } = this.deployment.settings;
    const asked = { ...{ models, publicUrl, language }, limit: mostEntries, self: `${publicUrl}${path}` };
    await this.view.serve(request, reply, { projections: [issues, assemblies] }, () => ({
      mediaType: format.mediaType,
      body: format.render(lettersFeedOf({ ...asked, ...(assembly && { assembly }) })),
    }));
  }

  /** On A4, in the language of the address. */
  @Get('/lettres/:id.pdf')
  async paper(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { params, language } = visitOf(request);
    const { models } = this.standpoint.of(request);
    const found = archivedIssue(models, params['id'] ?? '', this.deployment.settings.publicUrl);
    if (found === undefined) throw new NotFoundException();
    const { row: _, ...issue } = found;
    const body = await this.#notices.of(issue, language);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    if (request.headers['if-none-match'] === etag)
      return sendServed(reply, { status: 304, headers: { etag, 'cache-control': media['cache-control'] } });
    const disposition = `inline; filename="${issue.issue.replace(/[^\w-]/gu, '-')}.pdf"`;
    await sendServed(reply, { status: 200, headers: { ...media, etag, 'content-disposition': disposition }, body });
  }
}
