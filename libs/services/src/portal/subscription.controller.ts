import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage } from '@relais/vocabulary';
import { consentWording, subscribePage, type FormOutcome } from '@relais/web';
import { z } from 'zod';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { Deployment, type DeployedList } from '../wiring/deployment.js';
import { PageView } from './page-view.js';
import { fieldsOf, visitOf } from './visit.js';

/** An address of at most 254 characters (RFC 5321, 4.5.3.1.3, less the angle brackets). */
const address = z.email().max(254);

/** Takes the form by which a person asks for a letter. */
@Controller()
export class SubscriptionController {
  constructor(
    @Inject(PageView) private readonly view: PageView,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Post([...subscribePage.paths])
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.view.show(subscribePage, request, reply, await this.#outcome(request));
  }

  async #outcome(request: FastifyRequest): Promise<FormOutcome> {
    const values = fieldsOf(request);
    // A field that people do not see: whoever fills it in is a machine, and is told what everybody is told.
    if (values['site']) return { done: 'asked' };
    const { language, params, path } = visitOf(request);
    const list = this.#list(values['liste'], params['city']);
    const asked = (values['adresse'] ?? '').trim();
    const errors: NonNullable<FormOutcome['errors']> = {
      ...(list === undefined && { liste: 'missing' }),
      ...(asked === '' ? { adresse: 'missing' } : !address.safeParse(asked).success && { adresse: 'not-an-address' }),
      ...(values['consentement'] !== 'oui' && { consentement: 'consent-missing' }),
    };
    if (list === undefined || Object.keys(errors).length > 0) return { errors, values };
    const wanted = values['langue'];
    await this.subscriptions.ask({
      list: list.id,
      address: asked,
      language: isLanguage(wanted) ? wanted : language,
      form: path,
      wording: consentWording(language),
    });
    return { done: 'asked' };
  }

  /** A list of the configuration, and of the city whose form it is. */
  #list(id: string | undefined, city: string | undefined): DeployedList | undefined {
    return this.deployment.lists.find((list) => list.id === id && (city === undefined || list.assembly === city));
  }
}
