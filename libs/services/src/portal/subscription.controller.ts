import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage } from '@relais/vocabulary';
import { consentWording, rhythmOf, severalFields, subscribePage, type FormOutcome } from '@relais/web';
import { z } from 'zod';
import { Subscriptions, type Wish } from '../subscriptions/subscriptions.js';
import { Deployment } from '../wiring/deployment.js';
import { LettersShown } from './letters-shown.js';
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
    @Inject(LettersShown) private readonly shown: LettersShown,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  @Post([...subscribePage.paths])
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.view.show(subscribePage, request, reply, await this.#outcome(request));
  }

  async #outcome(request: FastifyRequest): Promise<FormOutcome> {
    const values = fieldsOf(request, severalFields);
    const { language, path } = visitOf(request);
    const chosen = (values['liste'] ?? '').split(' ').filter(Boolean);
    const lists = this.deployment.lists.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
    const rhythm = rhythmOf(values['rythme'] ?? 'mois');
    const asked = (values['adresse'] ?? '').trim();
    const errors: NonNullable<FormOutcome['errors']> = {
      ...(chosen.length === 0 ? { liste: 'none-chosen' } : lists.length < chosen.length && { liste: 'not-a-choice' }),
      ...(asked === '' ? { adresse: 'missing' } : !address.safeParse(asked).success && { adresse: 'not-an-address' }),
      ...(rhythm === undefined && { rythme: 'not-a-choice' }),
      ...(values['consentement'] !== 'oui' && { consentement: 'consent-missing' }),
    };
    const wanted = values['langue'];
    const wish = {
      lists,
      address: asked,
      language: isLanguage(wanted) ? wanted : language,
      ...(rhythm && { rhythm }),
      form: path,
      wording: consentWording(language),
    };
    // A field that people do not see: whoever fills it in is a machine, and is told what everybody is told.
    if (values['site']) return { done: 'asked' };
    if (Object.keys(errors).length > 0) return { errors, values };
    await this.subscriptions.ask(this.#ownFirst(wish, visitOf(request).params['city']));
    return { done: 'asked', letters: this.shown.ofWish(wish) };
  }

  /** The letter that asks for all of them is of the city whose form it was. */
  #ownFirst(wish: Wish, city: string | undefined): Wish {
    const own = wish.lists.filter((id) => this.deployment.list(id).assembly === city);
    return { ...wish, lists: [...own, ...wish.lists.filter((id) => !own.includes(id))] };
  }
}
