import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SourceId } from '@relais/vocabulary';
import { addedPage, foundPage, notAddedPage, sourcesConsolePage, type SourcesForms } from '@relais/web/console';
import { Adding } from '../../../adding/adding.js';
import { Suggestions } from '../../../adding/suggestions.js';
import { fieldsOf } from '../../visit.js';
import { AdminGuard } from '../admin.guard.js';
import { askedOf } from '../asked.js';
import { ConsoleView } from '../console-view.js';
import { SourceDesk } from './source-desk.js';
import { errorsIn, wantedOf, wishOf } from './wish.js';

/** The sources, what an address would give, and adding it: everything that was typed is shown again where something is wrong. */
@Controller('/admin/sources')
@UseGuards(AdminGuard)
export class SourcesConsoleController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(SourceDesk) private readonly desk: SourceDesk,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Adding) private readonly adding: Adding,
  ) {}

  @Get()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { retiree } = askedOf(request);
    const removed = retiree === undefined ? undefined : this.desk.titleOf(retiree as SourceId);
    await this.#list(request, reply, { values: {} }, removed);
  }

  @Post()
  @HttpCode(200)
  async take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return fieldsOf(request)['etape'] === 'ajouter' ? this.#add(request, reply) : this.#search(request, reply);
  }

  async #list(request: FastifyRequest, reply: FastifyReply, forms: SourcesForms, removed?: string): Promise<void> {
    const sources = await this.desk.sources();
    const seen = { ...forms, cities: this.desk.cities(), sources, ...(removed !== undefined && { removed }) };
    await this.view.show((asked) => sourcesConsolePage(asked, seen), request, reply);
  }

  /** Up to half a minute: the browser waits for the page. */
  async #search(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { adresse = '', ville = '' } = fieldsOf(request);
    const city = this.desk.city(ville);
    if (adresse.trim() === '' || city === undefined) {
      const errors = {
        ...(adresse.trim() === '' && { adresse: 'missing' as const }),
        ...(city === undefined && { ville: 'missing' as const }),
      };
      return this.#list(request, reply, { values: { adresse, ville }, errors });
    }
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const found = await this.suggestions
      .suggest(adresse, { zone: city.zone, signal: gone.signal })
      .catch((error: unknown) => {
        // Nobody waits for it any more.
        if (gone.signal.aborted) return undefined;
        throw error;
      });
    if (found) await this.view.show((asked) => foundPage(asked, { asked: adresse, city, found }), request, reply);
  }

  async #add(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const wish = wishOf(fieldsOf(request));
    const city = this.desk.city(wish.ville);
    const errors = errorsIn(wish);
    if (city === undefined)
      return this.#list(request, reply, { values: { adresse: wish.adresse }, errors: { ville: 'missing' } });
    if (errors) return this.view.show((asked) => notAddedPage(asked, { wish, errors }), request, reply);
    const added = await this.adding.add(wantedOf(wish, city.id, this.view.adminOf(request)));
    if ('refused' in added)
      return this.view.show((asked) => notAddedPage(asked, { wish, refused: added.refused }), request, reply);
    const { source, title } = added.added;
    await this.view.show((asked) => addedPage(asked, { source, title, first: added.first }), request, reply);
  }
}
