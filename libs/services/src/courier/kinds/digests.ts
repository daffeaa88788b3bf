import { Inject, Injectable } from '@nestjs/common';
import { editionLetter, listHeaders } from '@relais/digests';
import type { IssueId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import { IssueShelf, type ComposedIssue } from '../issues/issue-shelf.js';
import { issuesOf, type OpenLetter, type Subscriber } from '../ledger/ledger.js';
import { Editions } from './editions.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';
import { RenderedLetters } from './rendered-letters.js';

/** A person's copy of an issue, or of the issues of several cities, as they wanted it when it was planned. */
@Injectable()
export class DigestKind extends LetterKind {
  readonly purpose = 'digest';

  constructor(
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(RenderedLetters) private readonly rendered: RenderedLetters,
    @Inject(Editions) private readonly editions: Editions,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {
    super();
  }

  async write(letter: OpenLetter, receiver: Subscriber): Promise<Written | undefined> {
    const found = await Promise.all(issuesOf(letter).map((issue) => this.shelf.get(issue)));
    const issues = found.filter((one) => one !== undefined);
    const [first] = issues;
    if (first === undefined) return undefined;
    const { publicUrl } = this.deployment.settings;
    const { subscription, list: id } = receiver;
    const { name: listName } = this.deployment.list(id);
    const edition = await this.editions.of(letter, receiver);
    const key = `${issues.map(({ issue }) => issue).join(' ')} ${JSON.stringify(edition)}`;
    const leave = this.links.leave(subscription);
    const template = await this.rendered.letter(key, edition.language, namesOf(issues), () =>
      editionLetter(edition, this.shelf.together(issues)),
    );
    return {
      key,
      template: () => template,
      slots: this.links.slots(subscription),
      headers: listHeaders({ list: id, listName, publicUrl, oneClick: leave }),
      date: first.period.until,
    };
  }
}

const namesOf = (issues: readonly ComposedIssue[]): IssueId[] => issues.map(({ issue }) => issue);
