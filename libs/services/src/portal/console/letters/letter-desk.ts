import { Inject, Injectable } from '@nestjs/common';
import { digestLetter, filled, issueDifference } from '@relais/digests';
import { ReadModels, subscribers } from '@relais/read-models';
import type { Language } from '@relais/vocabulary';
import type { IssueLine, IssueSeen, LettersSeen, ListSeen } from '@relais/web/console';
import { IssueBook, type KnownIssue } from '../../../correspondence/issue-book.js';
import { tellableIssue } from '../../../correspondence/tellable.js';
import { KnownImports, type KnownImport } from '../../../subscribers/known-imports.js';
import { Deployment, type DeployedList } from '../../../wiring/deployment.js';
import { Copies } from './copies.js';
import { ExternalDesk } from './external-desk.js';
import { Outcomes } from './outcomes.js';

/** So many issues stand on the first page. */
const mostIssues = 40;

/** What the console shows of letters: lists, issues and what became of them. */
@Injectable()
export class LetterDesk {
  constructor(
    @Inject(IssueBook) private readonly book: IssueBook,
    @Inject(KnownImports) private readonly imports: KnownImports,
    @Inject(Outcomes) private readonly outcomes: Outcomes,
    @Inject(Copies) private readonly copies: Copies,
    @Inject(ExternalDesk) private readonly external: ExternalDesk,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  async all(): Promise<LettersSeen> {
    await this.book.fold();
    const imports = Map.groupBy(await this.imports.all(), ({ begun }) => begun.list);
    const issues = this.book.newest(mostIssues);
    const waiting = issues.filter(({ state }) => state === 'waiting').map(({ composed }) => composed.issue);
    const held = this.outcomes.held(new Set(waiting));
    return {
      lists: this.deployment.lists.map((list) => this.#list(list, imports.get(list.id) ?? [])),
      issues: issues.map((one) => this.#line(one)),
      external: await this.external.all(),
      ...(held && { held }),
    };
  }

  /** Resolves to undefined where there is none of this name. */
  async issue(id: string, language: Language): Promise<IssueSeen | undefined> {
    await this.book.fold();
    const known = this.book.get(id);
    if (known === undefined) return undefined;
    const { issue, content } = known.composed;
    const previous = this.book.before(known);
    const letter = this.#letter(known, language);
    return {
      ...this.#line(known),
      ...{ outcomes: await this.outcomes.whole(issue), copies: await this.copies.of(issue) },
      ...(letter && { letter }),
      ...(previous && { previous: previous.composed.issue }),
      difference: issueDifference(previous?.composed.content, content),
      ...(known.ruled && { ruled: known.ruled }),
    };
  }

  #list({ id: list, name, assembly, approval = false }: DeployedList, imports: readonly KnownImport[]): ListSeen {
    const count = (status: 'requested' | 'confirmed' | 'ended'): number =>
      this.models.count(subscribers, { where: { list, status } });
    return {
      ...{ list, name, approval, city: this.deployment.assembly(assembly).profile.city },
      subscribers: { requested: count('requested'), confirmed: count('confirmed'), ended: count('ended') },
      imports: imports.map(({ begun, at, completed, undone }) => ({
        ...{ id: begun.import, at },
        status: undone ? ('undone' as const) : completed ? ('completed' as const) : ('running' as const),
        ...(completed && { lines: completed }),
      })),
    };
  }

  #line({ composed: { issue, list, date }, at, state, failed }: KnownIssue): IssueLine {
    const name = this.deployment.lists.find(({ id }) => id === list)?.name ?? list;
    const about = { issue, name, date, composedAt: at, state };
    return { ...about, outcomes: this.outcomes.of(issue), failed: [...failed] };
  }

  /** Nobody's token is made for it. What cannot be rendered is not shown: that it cannot is told besides. */
  #letter({ composed }: KnownIssue, language: Language): IssueSeen['letter'] {
    const { publicUrl } = this.deployment.settings;
    const to = (page: string): string => `${publicUrl}/abonnement/${page}?jeton=…`;
    try {
      const whole = digestLetter({ ...tellableIssue(this.deployment, composed), language });
      return filled(whole, {
        ...{ leave: to('quitter'), preferences: to('preferences'), why: to('pourquoi'), answer: '…' },
      });
    } catch {
      return undefined;
    }
  }
}
