import { Inject, Injectable, Logger, Optional, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { UnreadableDocument } from '@relais/sources';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Allowance } from '../intake/allowance.js';
import { Intake } from '../intake/intake.js';
import { pushedMessage } from '../intake/pushed-message.js';
import { SignedLinks } from '../intake/signed-links.js';

const largest = 262_144;
type Asked = FastifyRequest<{ Params: { source: string; signature: string } }>;

const say = (reply: FastifyReply, status: number, body: object): FastifyReply =>
  reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify(body)}\n`);

/**
 * Where chats and other programs post messages for a source. In a corner of the server of its own: bodies are larger there than forms,
 * of whatever kind, and read by the formats alone. «Accepted» is said once what is new of it is in the log.
 */
@Injectable()
export class WebhookRoute implements OnModuleInit {
  readonly #logger = new Logger('Intake');
  readonly #allowance = new Allowance(60, 1);

  constructor(
    @Optional() @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost | undefined,
    @Inject(SignedLinks) private readonly links: SignedLinks,
    @Inject(Intake) private readonly intake: Intake,
  ) {}

  onModuleInit(): void {
    // Without a server, as on the command line, there is no route.
    const server = this.host?.httpAdapter?.getInstance<FastifyInstance>();
    void server?.register(async (corner) => {
      corner.removeAllContentTypeParsers();
      corner.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largest }, (_request, body, done) =>
        done(null, body),
      );
      corner.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 500) this.#logger.error('a webhook failed', error);
        return say(reply, status, { error: status >= 500 ? 'not recorded: try again later' : error.message });
      });
      corner.post('/webhooks/:source/:signature', (request: Asked, reply) => this.#take(request, reply));
    });
  }

  async #take({ params, body, headers }: Asked, reply: FastifyReply): Promise<FastifyReply> {
    const intake = this.links.intakeOf('webhook', params.source, params.signature);
    if (intake === undefined) return say(reply, 404, { error: 'no such webhook' });
    const { source } = intake.description;
    if (!this.#allowance.take(source)) {
      void reply.header('retry-after', String(this.#allowance.wait));
      return say(reply, 429, { error: 'too many messages: try again later' });
    }
    try {
      const message = pushedMessage(
        body instanceof Uint8Array ? body : new Uint8Array(),
        headers['content-type'] ?? '',
      );
      const { reports, withdrawn = [], errors } = await this.intake.read(intake, message);
      const refused = errors.map(({ where, what }) => `${where}: ${what}`);
      if (reports.length === 0 && withdrawn.length === 0)
        throw new UnreadableDocument(refused.slice(0, 5).join('; ') || 'nothing in it that could be shown');
      const events = await this.intake.record(intake, { reports, withdrawn });
      return say(reply, 202, {
        items: reports.length,
        events,
        ...(refused.length > 0 && { refused: refused.slice(0, 20) }),
      });
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      this.#logger.warn(`${source}: a message cannot be used: ${error.message.slice(0, 200)}`);
      return say(reply, 422, { error: error.message });
    }
  }
}
