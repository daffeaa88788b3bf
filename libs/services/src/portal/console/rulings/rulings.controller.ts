import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RulingId } from '@relais/vocabulary';
import { rulingsPage, type RulingFields } from '@relais/web/console';
import { fieldsOf } from '../../visit.js';
import { pathOf } from '../addresses.js';
import { AdminGuard } from '../admin.guard.js';
import { askedOf } from '../asked.js';
import { ConsoleView } from '../console-view.js';
import { RulingRoom, type Decided } from './ruling-room.js';

const path = '/admin/rapprochements';

/** What is one gathering and what is not, decided by moderators: looked at by GET, decided and undone by POST. */
@Controller(path)
@UseGuards(AdminGuard)
export class RulingsController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(RulingRoom) private readonly room: RulingRoom,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asked = askedOf(request);
    const decided = asked['faite'] ?? asked['defaite'];
    const seen = await (decided === undefined ? this.room.look(valuesOf(asked)) : this.room.outcome(decided));
    await this.view.show((of) => rulingsPage(of, seen), request, reply);
  }

  @Post()
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const by = this.view.adminOf(request);
    const isUndone = fields['etape'] === 'defaire';
    const decided: Decided = isUndone
      ? await this.room.undo((fields['decision'] ?? '') as RulingId, by)
      : await this.room.rule(fields['etape'] === 'meme' ? 'same' : 'apart', by, valuesOf(fields));
    if ('wrong' in decided) return this.view.show((of) => rulingsPage(of, decided.wrong), request, reply);
    const query = new URLSearchParams({ [isUndone ? 'defaite' : 'faite']: decided.ruling });
    await reply.redirect(pathOf(`${path}?${query}`, request), 303);
  }
}

const valuesOf = ({
  une = '',
  autre = '',
  annonce = '',
  note = '',
}: Partial<Record<string, string>>): RulingFields => ({
  ...{ une, autre, annonce, note },
});
