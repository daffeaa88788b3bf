import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssueId } from '@relais/vocabulary';
import { whyPage } from '@relais/web';
import { Explaining } from '../correspondence/why/explaining.js';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { PageView } from './page-view.js';
import { visitOf } from './visit.js';

/** Tells whoever has a letter why it came, and why others did not, by the link in it. */
@Controller()
export class WhyController {
  constructor(
    @Inject(PageView) private readonly view: PageView,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(Explaining) private readonly explaining: Explaining,
  ) {}

  @Get('/abonnement/pourquoi')
  async tell(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { jeton = '', numero } = visitOf(request).query;
    const subscription = this.subscriptions.subscriptionOf('preferences', jeton);
    const explanation = subscription && (await this.explaining.toReceiver(subscription, numero as IssueId | undefined));
    await this.view.showOnce((asked) => whyPage(asked, explanation), request, reply);
  }
}
