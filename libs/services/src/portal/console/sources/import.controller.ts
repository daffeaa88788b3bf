import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { importPage, sourcesConsolePage } from '@relais/web/console';
import { fieldsOf } from '../../visit.js';
import { pathOf } from '../addresses.js';
import { AdminGuard } from '../admin.guard.js';
import { ConsoleView } from '../console-view.js';
import { OpmlImport } from './opml-import.js';
import { SourceDesk } from './source-desk.js';

/** Takes in a list of subscriptions, and shows how far that is. */
@Controller('/admin/sources/import')
@UseGuards(AdminGuard)
export class ImportController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(SourceDesk) private readonly desk: SourceDesk,
    @Inject(OpmlImport) private readonly imports: OpmlImport,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.view.show((asked) => importPage(asked, this.imports.last), request, reply);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { opml = '', ville = '' } = fieldsOf(request);
    const city = this.desk.city(ville)?.id;
    const refused = this.imports.begin(opml, { by: this.view.adminOf(request), ...(city && { city }) });
    if (refused === undefined) return void reply.redirect(pathOf('/admin/sources/import', request), 303);
    const seen = { values: { opml, ville }, errors: { opml: refused }, cities: this.desk.cities() };
    const sources = await this.desk.sources();
    await this.view.show((asked) => sourcesConsolePage(asked, { ...seen, sources }), request, reply);
  }
}
