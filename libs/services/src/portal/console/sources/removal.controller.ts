import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SourceId } from '@relais/vocabulary';
import { removePage, type AddingRefused } from '@relais/web/console';
import { Adding } from '../../../adding/adding.js';
import { visitOf } from '../../visit.js';
import { pathOf } from '../addresses.js';
import { AdminGuard } from '../admin.guard.js';
import { ConsoleView } from '../console-view.js';
import { SourceDesk } from './source-desk.js';

const path = '/admin/sources/:source/retirer';

/** Removes a source that was added while Relais ran, once that was confirmed. */
@Controller()
@UseGuards(AdminGuard)
export class RemovalController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(SourceDesk) private readonly desk: SourceDesk,
    @Inject(Adding) private readonly adding: Adding,
  ) {}

  @Get(path)
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(request, reply, await this.#refused(request));
  }

  @Post(path)
  async remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const source = sourceOf(request);
    const refused = await this.#refused(request);
    if (refused) return this.#show(request, reply, refused);
    const removed = await this.adding.remove({ source, by: this.view.adminOf(request) });
    if ('refused' in removed) return this.#show(request, reply, removed.refused);
    await reply.redirect(pathOf(`/admin/sources?${new URLSearchParams({ retiree: source })}`, request), 303);
  }

  /** What stands against it already before anybody confirms. */
  async #refused(request: FastifyRequest): Promise<AddingRefused | undefined> {
    const source = sourceOf(request);
    const found = await this.desk.source(source);
    if (found === undefined) return { type: 'no-such-source', source };
    return found.added ? undefined : { type: 'configured', source };
  }

  async #show(request: FastifyRequest, reply: FastifyReply, refused: AddingRefused | undefined): Promise<void> {
    const source = sourceOf(request);
    const about = { source, title: this.desk.titleOf(source), ...(refused && { refused }) };
    await this.view.show((asked) => removePage(asked, about), request, reply);
  }
}

const sourceOf = (request: FastifyRequest): SourceId => (visitOf(request).params['source'] ?? '') as SourceId;
