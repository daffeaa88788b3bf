import {
  Inject,
  Injectable,
  ServiceUnavailableException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { ReadModels } from '@relais/read-models';
import { HealthController } from './health.controller.js';
import { StyleController } from './style.controller.js';

/** What can be answered without any row. */
const always: readonly unknown[] = [HealthController, StyleController];

/** Before anything was projected, nothing is said rather than something untrue: an empty agenda, or «no such city». */
@Injectable()
export class ShownGuard implements CanActivate {
  constructor(@Inject(ReadModels) private readonly models: ReadModels) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.models.generation() > 0 || always.includes(context.getClass())) return true;
    throw new ServiceUnavailableException();
  }
}
