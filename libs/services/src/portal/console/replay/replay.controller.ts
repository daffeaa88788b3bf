import { Controller, Get, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  fieldOf,
  generationPage,
  noGenerationPage,
  planPage,
  planPath,
  replayPage,
  replayPath,
  type RefusalSeen,
  type ReplayDone,
} from '@relais/web/console';
import { fieldsOf, visitOf } from '../../visit.js';
import { pathOf } from '../addresses.js';
import { AdminGuard } from '../admin.guard.js';
import { askedOf } from '../asked.js';
import { ConsoleView } from '../console-view.js';
import { ReplayDesk } from './replay-desk.js';

type Fields = Readonly<Partial<Record<string, string>>>;

/** The replay: looked at and planned by GET, begun, held, stopped, shown and removed by POST. */
@Controller()
@UseGuards(AdminGuard)
export class ReplayController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(ReplayDesk) private readonly desk: ReplayDesk,
  ) {}

  @Get(replayPath)
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#page(request, reply, {}, doneOf(askedOf(request)));
  }

  @Get(planPath)
  async plan(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#plan(request, reply, askedOf(request));
  }

  @Get(`${replayPath}/generations/:generation`)
  async look(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#generation(request, reply, numberIn(visitOf(request).params['generation']));
  }

  @Post(replayPath)
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const fields = fieldsOf(request);
    const generation = numberIn(fields['generation']);
    switch (fields['etape']) {
      case 'rejouer': {
        const refused = await this.desk.replay(this.#chosen(fields), fields['aussitot'] === 'oui');
        return refused ? this.#plan(request, reply, fields, refused) : this.#after(request, reply);
      }
      case 'montrer': {
        const done = await this.desk.show(generation);
        if ('refused' in done) return this.#generation(request, reply, generation, done.refused);
        const { before } = done.result;
        const back = before === null || before === generation ? {} : { avant: String(before) };
        return this.#after(request, reply, { montree: String(generation), ...back });
      }
      case 'supprimer': {
        const refused = await this.desk.remove(generation);
        if (refused) return this.#generation(request, reply, generation, refused);
        return this.#after(request, reply, { supprimee: String(generation) });
      }
      default: {
        const act = acts[fields['etape'] ?? ''];
        const refused = act && (await this.desk.tell(act));
        return refused ? this.#page(request, reply, { refused }) : this.#after(request, reply);
      }
    }
  }

  #chosen(fields: Fields): readonly string[] {
    return this.desk.chosen((projection) => fields[fieldOf(projection)] === 'oui');
  }

  async #page(
    request: FastifyRequest,
    reply: FastifyReply,
    more: { refused?: RefusalSeen },
    done?: ReplayDone,
  ): Promise<void> {
    const seen = await this.desk.see({ chosen: [], ...more, ...(done && { done }) });
    await this.view.show((asked) => replayPage(asked, seen), request, reply);
  }

  async #plan(request: FastifyRequest, reply: FastifyReply, fields: Fields, refused?: RefusalSeen): Promise<void> {
    const seen = await this.desk.plan(this.#chosen(fields), refused);
    await this.view.show((asked) => planPage(asked, seen), request, reply);
  }

  async #generation(
    request: FastifyRequest,
    reply: FastifyReply,
    generation: number,
    refused?: RefusalSeen,
  ): Promise<void> {
    const seen = await this.desk.compare(generation, refused);
    await this.view.show((asked) => (seen ? generationPage(asked, seen) : noGenerationPage(asked)), request, reply);
  }

  async #after(request: FastifyRequest, reply: FastifyReply, said: Record<string, string> = {}): Promise<void> {
    const query = new URLSearchParams(said);
    await reply.redirect(pathOf(query.size > 0 ? `${replayPath}?${query}` : replayPath, request), 303);
  }
}

const acts: Readonly<Partial<Record<string, 'pause' | 'resume' | 'cancel'>>> = {
  pause: 'pause',
  reprendre: 'resume',
  abandonner: 'cancel',
};

/** No generation has the number 0. */
const numberIn = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

const doneOf = ({ montree, avant, supprimee }: Fields): ReplayDone | undefined => {
  if (montree !== undefined) {
    const before = numberIn(avant);
    return { act: 'shown', generation: numberIn(montree), ...(before > 0 && { before }) };
  }
  return supprimee === undefined ? undefined : { act: 'removed', generation: numberIn(supprimee) };
};
