import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventStore } from '@relais/event-store';
import { gatherings, storyOf, type Step } from '@relais/read-models';
import { toldStoryPage } from '@relais/web';
import { Deployment } from '../../wiring/deployment.js';
import { DocumentView } from '../document-view.js';
import { PageView } from '../page-view.js';
import { visitOf } from '../visit.js';
import { ShowsThePast } from './shows-the-past.js';
import { Standpoint } from './standpoint.js';

/** The story of one gathering, told from the log up to where the pages stand. */
@Controller()
@ShowsThePast()
export class StoryController {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Standpoint) private readonly standpoint: Standpoint,
    @Inject(PageView) private readonly pages: PageView,
    @Inject(DocumentView) private readonly documents: DocumentView,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Get('/rencontres/:id/histoire')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { steps } = await this.#told(request);
    // An outcome, though an empty one: it is read in the log for each who asks, and kept nowhere.
    await this.pages.show(toldStoryPage(steps), request, reply, {});
  }

  @Get('/rencontres/:id/histoire.json')
  async json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { steps, id, title } = await this.#told(request);
    const url = `${this.deployment.settings.publicUrl}/rencontres/${id}`;
    const body = `${JSON.stringify({ gathering: id, title, url, story: steps }, null, 1)}\n`;
    const also = steps.at(-1)?.position ?? '';
    await this.documents.serve(request, reply, { projections: [gatherings], also }, () => ({
      mediaType: 'application/json; charset=utf-8',
      body,
    }));
  }

  async #told(request: FastifyRequest): Promise<{ id: string; title: string; steps: readonly Step[] }> {
    const { models } = this.standpoint.of(request);
    const row = models.get(gatherings, visitOf(request).params['id'] ?? '');
    if (row === undefined) throw new NotFoundException();
    const { gathering: id, title } = row;
    return { id, title, steps: await storyOf(this.store, id, models.position()) };
  }
}
