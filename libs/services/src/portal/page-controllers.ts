import { Controller, Get, Inject, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from '@relais/web';
import { ShowsThePast } from './as-of/shows-the-past.js';
import { PageView } from './page-view.js';

/** A page at its paths. */
export const controllerOf = (page: Page): Type => {
  @Controller()
  @ShowsThePast()
  class PageController {
    constructor(@Inject(PageView) private readonly view: PageView) {}

    @Get([...page.paths])
    show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      return this.view.show(page, request, reply);
    }
  }
  return PageController;
};
