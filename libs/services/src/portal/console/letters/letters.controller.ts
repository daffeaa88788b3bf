import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IssueId } from '@relais/vocabulary';
import { issueConsolePage, lettersConsolePage, noIssuePage, type RulingOutcome } from '@relais/web/console';
import { Approving } from '../../../correspondence/approving.js';
import { fieldsOf, visitOf } from '../../visit.js';
import { AdminGuard } from '../admin.guard.js';
import { ConsoleView } from '../console-view.js';
import { LetterDesk } from './letter-desk.js';

/** A reason that is longer is a letter of its own. */
const longest = 500;

/** Letters and what became of them; an issue before it leaves, and the decision whether it does. */
@Controller('/admin/lettres')
@UseGuards(AdminGuard)
export class LettersConsoleController {
  constructor(
    @Inject(ConsoleView) private readonly view: ConsoleView,
    @Inject(LetterDesk) private readonly desk: LetterDesk,
    @Inject(Approving) private readonly approving: Approving,
  ) {}

  @Get()
  async all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const seen = await this.desk.all();
    await this.view.show((asked) => lettersConsolePage(asked, seen), request, reply);
  }

  @Get(':issue')
  one(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.#show(request, reply);
  }

  @Post(':issue')
  @HttpCode(200)
  async decide(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { etape, note = '' } = fieldsOf(request);
    const outcome = await this.#decided(request, etape === 'approuver' ? undefined : note.trim());
    await this.#show(request, reply, { outcome, note });
  }

  /** Without a note it is approved. */
  async #decided(request: FastifyRequest, note: string | undefined): Promise<RulingOutcome> {
    if (note === '') return 'note-missing';
    if (note !== undefined && note.length > longest) return 'note-too-long';
    const issue = visitOf(request).params['issue'] as IssueId;
    const by = this.view.adminOf(request);
    const verdict = note === undefined ? ({ verdict: 'approve' } as const) : ({ verdict: 'reject', note } as const);
    const came = await this.approving.rule({ issue, by, ...verdict });
    if (came !== 'done') return 'not-waiting';
    return note === undefined ? 'approved' : 'rejected';
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    came: Readonly<{ outcome?: RulingOutcome; note?: string }> = {},
  ): Promise<void> {
    const { params, language } = visitOf(request);
    const seen = await this.desk.issue(params['issue'] ?? '', language);
    await this.view.show((asked) => (seen ? issueConsolePage(asked, seen, came) : noIssuePage(asked)), request, reply);
  }
}
