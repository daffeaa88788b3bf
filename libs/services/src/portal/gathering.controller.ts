import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { calendarMediaType, calendarOf, gatheringJson } from '@relais/feeds';
import { assemblies, gatherings, type GatheringRow } from '@relais/read-models';
import { Deployment } from '../wiring/deployment.js';
import { ShowsThePast } from './as-of/shows-the-past.js';
import { Standpoint } from './as-of/standpoint.js';
import { DocumentView } from './document-view.js';
import { visitOf } from './visit.js';

const madeOf = { projections: [gatherings, assemblies] };

/** One gathering for machines, beside its page: as a calendar and as JSON. */
@Controller()
@ShowsThePast()
export class GatheringController {
  constructor(
    @Inject(Standpoint) private readonly standpoint: Standpoint,
    @Inject(DocumentView) private readonly view: DocumentView,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Get('/rencontres/:id.ics')
  async calendar(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const row = this.#row(request);
    // A calendar that was fetched here goes on with the gathering that this one became, until a ruling is revoked.
    if (row.mergedInto) {
      const { le } = visitOf(request).query;
      const then = le === undefined ? '' : `?${new URLSearchParams({ le })}`;
      return void reply.redirect(`/rencontres/${row.mergedInto}.ics${then}`, 307);
    }
    const body = () => calendarOf(row.title, [row], this.deployment.settings.publicUrl);
    await this.view.serve(request, reply, madeOf, () => ({ mediaType: calendarMediaType, body: body() }));
  }

  @Get('/rencontres/:id.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const row = this.#row(request);
    const { models } = this.standpoint.of(request);
    const organiser = models.get(assemblies, row.assembly)?.profile.name ?? row.assembly;
    const json = () => JSON.stringify(gatheringJson(row, organiser, this.deployment.settings.publicUrl), null, 1);
    const mediaType = 'application/json; charset=utf-8';
    await this.view.serve(request, reply, madeOf, () => ({ mediaType, body: `${json()}\n` }));
  }

  #row(request: FastifyRequest): GatheringRow {
    const row = this.standpoint.of(request).models.get(gatherings, visitOf(request).params['id'] ?? '');
    if (row === undefined) throw new NotFoundException();
    return row;
  }
}
