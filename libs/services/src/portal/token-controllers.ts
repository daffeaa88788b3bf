import { Controller, Get, HttpCode, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SubscriptionId } from '@relais/vocabulary';
import { severalFields, type FormOutcome } from '@relais/web';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { LettersShown } from './letters-shown.js';
import { PageView } from './page-view.js';
import { TokenActs, type TokenAct } from './token-acts.js';
import { fieldsOf, visitOf } from './visit.js';

const invalid: FormOutcome = { errors: { jeton: 'invalid-token' } };

/**
 * One click of a mail program (RFC 8058, 3.1): one field in the body, as a form or as multipart, which no form of ours
 * sends. The token stands in the address.
 */
const isOneClick = (request: FastifyRequest): boolean =>
  fieldsOf(request)['List-Unsubscribe'] === 'One-Click' ||
  (request.headers['content-type'] ?? '').startsWith('multipart/form-data');

/** A page by token: GET shows what its buttons would do and never acts; POST acts. */
export const controllerOfAct = ({ page, purpose, over = invalid, act }: TokenAct): Type => {
  @Controller()
  class TokenController {
    constructor(
      @Inject(PageView) private readonly view: PageView,
      @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
      @Inject(LettersShown) private readonly shown: LettersShown,
      @Inject(TokenActs) private readonly acts: TokenActs,
    ) {}

    @Get([...page.paths])
    async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const subscription = this.#subscription(request);
      const shown = subscription ? ((await this.shown.of(subscription)) ?? over) : invalid;
      await this.view.show(page, request, reply, shown);
    }

    @Post([...page.paths])
    @HttpCode(200)
    async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const subscription = this.#subscription(request);
      const sent = { fields: fieldsOf(request, severalFields), oneClick: isOneClick(request) };
      await this.view.show(page, request, reply, subscription ? await act(this.acts, subscription, sent) : invalid);
    }

    #subscription(request: FastifyRequest): SubscriptionId | undefined {
      const token = fieldsOf(request)['jeton'] ?? visitOf(request).query['jeton'] ?? '';
      return this.subscriptions.subscriptionOf(purpose, token);
    }
  }
  return TokenController;
};
