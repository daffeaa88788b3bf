import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agendaCalendar, calendarMediaType, feedFormats, feedOf, opml, opmlMediaType } from '@relais/feeds';
import { agenda, assemblies, news, sources, type AssemblyRow, type ReadModels } from '@relais/read-models';
import { addDays, isLocalDate, localTime } from '@relais/vocabulary';
import { messages } from '@relais/web';
import { Deployment } from '../wiring/deployment.js';
import { ShowsThePast } from './as-of/shows-the-past.js';
import { Standpoint } from './as-of/standpoint.js';
import { DocumentView } from './document-view.js';
import { sendOnce } from './reply.js';
import { visitOf, type Visit } from './visit.js';

const usualEntries = 50;
const mostEntries = 1_000;
/** How far back a calendar goes unless asked, in days. */
const usualPast = 365;

/** Feeds and calendars of one assembly or of all. */
@Controller()
@ShowsThePast()
export class FeedsController {
  constructor(
    @Inject(Standpoint) private readonly standpoint: Standpoint,
    @Inject(DocumentView) private readonly view: DocumentView,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Get(feedFormats.flatMap(({ extension }) => [`/feed.${extension}`, `/:city/feed.${extension}`]))
  async feed(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const { path, query, language } = visit;
    const format = feedFormats.find(({ extension }) => path.endsWith(`.${extension}`));
    if (format === undefined) throw new NotFoundException();
    const { models } = this.standpoint.of(request);
    const assembly = assemblyOf(visit, models)?.assembly;
    const { nombre = String(usualEntries) } = query;
    const limit = /^\d{1,4}$/.test(nombre) ? Number(nombre) : 0;
    if (limit < 1 || limit > mostEntries)
      return refuse(reply, `nombre : un nombre de 1 à ${mostEntries}, reçu « ${nombre} »`);
    const { publicUrl } = this.deployment.settings;
    const self = `${publicUrl}${path}${limit === usualEntries ? '' : `?nombre=${limit}`}`;
    const asked = { models, limit, publicUrl, language, self, ...(assembly && { assembly }) };
    await this.view.serve(request, reply, { projections: [agenda, news, assemblies] }, () => ({
      mediaType: format.mediaType,
      body: format.render(feedOf(asked)),
    }));
  }

  @Get(['/agenda.ics', '/:city/agenda.ics'])
  async calendar(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const visit = visitOf(request);
    const { query, language } = visit;
    const { models, now } = this.standpoint.of(request);
    const row = assemblyOf(visit, models);
    const { depuis } = query;
    if (depuis !== undefined && !isLocalDate(depuis))
      return refuse(reply, `depuis : un jour comme 2016-07-21, reçu « ${depuis} »`);
    const today = localTime(now, row?.profile.zone ?? 'Europe/Paris').date;
    const from = depuis ?? addDays(today, -usualPast);
    const { publicUrl } = this.deployment.settings;
    const name = row?.profile.name ?? messages[language].hub;
    const asked = { models, from, name, publicUrl, ...(row && { assembly: row.assembly }) };
    await this.view.serve(request, reply, { projections: [agenda, assemblies], also: from }, () => ({
      mediaType: calendarMediaType,
      body: agendaCalendar(asked),
    }));
  }

  @Get('/sources.opml')
  async sources(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { models } = this.standpoint.of(request);
    await this.view.serve(request, reply, { projections: [sources, assemblies] }, () => ({
      mediaType: opmlMediaType,
      body: opml(models),
    }));
  }
}

/** The assembly that the path names; undefined where it names none. Throws (404) for one that there is not. */
const assemblyOf = ({ params: { city } }: Visit, models: ReadModels): AssemblyRow | undefined => {
  if (city === undefined) return undefined;
  const row = models.get(assemblies, city);
  if (row === undefined) throw new NotFoundException();
  return row;
};

const refuse = (reply: FastifyReply, what: string): Promise<void> =>
  sendOnce(reply, 400, 'text/plain; charset=utf-8', `${what}\n`);
