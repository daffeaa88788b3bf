import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answeringPage, answerOf, answerPage, isOver, type Answering } from '@relais/web';
import { Clock } from '@relais/vocabulary';
import { Answers } from '../returns/answering/answers.js';
import { Subscriptions } from '../subscriptions/subscriptions.js';
import { PageView } from './page-view.js';
import { fieldsOf, visitOf } from './visit.js';

/** Takes what receivers of letters say by their links: whether they come. */
@Controller()
export class AnswerController {
  constructor(
    @Inject(PageView) private readonly view: PageView,
    @Inject(Subscriptions) private readonly subscriptions: Subscriptions,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Never acts, whoever follows the link. */
  @Get([...answerPage.paths])
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#answer(request, reply, { status: this.#subscription(request) ? 'asking' : 'invalid' });
  }

  @Post([...answerPage.paths])
  @HttpCode(200)
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#answer(request, reply, await this.#sent(request));
  }

  async #sent(request: FastifyRequest): Promise<Answering> {
    const subscription = this.#subscription(request);
    const gathering = this.answers.gathering(visitOf(request).params['id'] ?? '');
    if (subscription === undefined || gathering === undefined) return { status: 'invalid' };
    const answer = answerOf(fieldsOf(request)['reponse']);
    if (isOver(gathering, this.clock.now())) return { status: 'asking' };
    if (answer === undefined) return { status: 'asking', missing: true };
    const isRecorded = await this.answers.record(subscription, gathering.gathering, answer, 'page');
    return isRecorded ? { status: 'answered', answer } : { status: 'invalid' };
  }

  #subscription(request: FastifyRequest) {
    const token = fieldsOf(request)['jeton'] ?? visitOf(request).query['jeton'] ?? '';
    return this.subscriptions.subscriptionOf('answer', token);
  }

  /** An outcome, though an empty one: what is somebody's own is made for each who asks, and kept nowhere. */
  #answer(request: FastifyRequest, reply: FastifyReply, answering: Answering): Promise<void> {
    const { jeton } = fieldsOf(request);
    return this.view.show(answeringPage(answering), request, reply, { ...(jeton && { values: { jeton } }) });
  }
}
