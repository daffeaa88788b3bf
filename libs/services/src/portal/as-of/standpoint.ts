import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadModels } from '@relais/read-models';
import { Clock, type Instant } from '@relais/vocabulary';
import type { AsOf } from '@relais/web';

/** From when a request is answered: rows and clock of now, or of a moment of the past. */
export type Seen = Readonly<{ models: ReadModels; now: Instant; asOf?: AsOf }>;

/** Knows for each request from when it is answered: from now, unless an admin asked for the past. */
@Injectable()
export class Standpoint {
  readonly #past = new WeakMap<FastifyRequest, Seen>();
  #always: Seen | undefined;

  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  of(request: FastifyRequest): Seen {
    return this.#past.get(request) ?? this.#always ?? { models: this.models, now: this.clock.now() };
  }

  /** Answers every request from then, as it was answered then: for a portal that nobody else asks. */
  stay(always: Seen): void {
    this.#always = always;
  }

  /** Answers this request from then; what it is answered from is let go of when the answer is out. */
  take(request: FastifyRequest, reply: FastifyReply, seen: Required<Seen>, release: () => void): void {
    this.#past.set(request, seen);
    reply.raw.once('close', release);
    void reply.header('x-robots-tag', 'noindex');
  }
}
