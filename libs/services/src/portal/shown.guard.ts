import {
  Inject,
  Injectable,
  ServiceUnavailableException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Standpoint } from './as-of/standpoint.js';
import { HealthController } from './health.controller.js';
import { StyleController } from './style.controller.js';

/** What can be answered without any row. */
const always: readonly unknown[] = [HealthController, StyleController];

/** Before anything was projected, nothing is said rather than something untrue: an empty agenda, or «no such city». */
@Injectable()
export class ShownGuard implements CanActivate {
  constructor(@Inject(Standpoint) private readonly standpoint: Standpoint) {}

  canActivate(context: ExecutionContext): boolean {
    const { models } = this.standpoint.of(context.switchToHttp().getRequest<FastifyRequest>());
    if (models.generation() > 0 || always.includes(context.getClass())) return true;
    throw new ServiceUnavailableException();
  }
}
