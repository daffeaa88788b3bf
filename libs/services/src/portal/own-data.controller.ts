import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnData } from '../subscribers/own-data.js';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { sendOnce } from './reply.js';
import { visitOf } from './visit.js';

/** Gives a person all that is kept of them, by the link of their preferences. It changes nothing. */
@Controller()
export class OwnDataController {
  constructor(
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(OwnData) private readonly data: OwnData,
  ) {}

  @Get('/abonnement/donnees')
  async give(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = visitOf(request).query['jeton'] ?? '';
    const subscription = this.subscriptions.subscriptionOf('preferences', token);
    const document = subscription && (await this.data.of(subscription));
    reply.header('x-robots-tag', 'noindex');
    if (!document)
      return sendOnce(reply, 400, 'text/plain; charset=utf-8', 'Ce lien n’est pas valable. This link is not valid.\n');
    reply.header('content-disposition', 'attachment; filename="relais-donnees.json"');
    await sendOnce(reply, 200, 'application/json; charset=utf-8', `${JSON.stringify(document, null, 2)}\n`);
  }
}
