import { Controller, Get, Inject, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { overviewPage } from '@relais/web/console';
import { AdminGuard } from './admin.guard.js';
import { ConsoleView } from './console-view.js';

@Controller('/admin')
@UseGuards(AdminGuard)
export class OverviewController {
  constructor(@Inject(ConsoleView) private readonly view: ConsoleView) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.view.show(overviewPage, request, reply);
  }
}
