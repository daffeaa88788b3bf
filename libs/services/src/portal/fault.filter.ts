import { Catch, HttpException, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  failurePage,
  notFoundPage,
  preparingPage,
  refusedPage,
  type PageRequest,
  type PageResponse,
} from '@relais/web';
import { PageView } from './page-view.js';

/** The status that an exception stands for; whatever names none is a fault of ours. */
const statusOf = (exception: unknown): number => {
  if (exception instanceof HttpException) return exception.getStatus();
  const { statusCode } = (exception ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
};

/** Turns what was thrown into a page; faults are logged, with what was asked for. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  readonly #logger = new Logger('Portal');

  constructor(@Inject(PageView) private readonly view: PageView) {}

  async catch(exception: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(exception);
    // Without the query: it may hold somebody's token.
    if (status === 503) void reply.header('retry-after', '5');
    else if (status >= 500)
      this.#logger.error(
        `${request.method} ${request.url.split('?')[0]} failed`,
        exception instanceof Error ? exception.stack : String(exception),
      );
    if (reply.sent) return;
    await this.view.showOnce(pageOf(status), request, reply);
  }
}

const pageOf = (status: number): ((request: PageRequest) => PageResponse) => {
  if (status === 404) return notFoundPage;
  if (status === 503) return preparingPage;
  return status >= 500 ? failurePage : (request) => refusedPage(request, status);
};
