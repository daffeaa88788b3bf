import { Inject, Injectable } from '@nestjs/common';
import { digestLetter, listHeaders } from '@relais/digests';
import { Deployment } from '../../wiring/deployment.js';
import { LedgerKeeper } from '../ledger-keeper.js';
import type { OpenLetter, Subscriber } from '../ledger.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';

/** A person's copy of an issue. */
@Injectable()
export class DigestKind extends LetterKind {
  readonly purpose = 'digest';

  constructor(
    @Inject(LedgerKeeper) private readonly keeper: LedgerKeeper,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {
    super();
  }

  async write(letter: OpenLetter, { subscription, list: id, language }: Subscriber): Promise<Written | undefined> {
    const composed = letter.issue && this.keeper.ledger.openIssues.get(letter.issue)?.composed;
    if (composed === undefined) return undefined;
    const { publicUrl } = this.deployment.settings;
    const { name: listName, assembly } = this.deployment.list(id);
    const { name: assemblyName, city } = this.deployment.assembly(assembly).profile;
    const leave = this.links.leave(subscription);
    return {
      key: `${composed.issue} ${language}`,
      template: () => digestLetter({ ...composed, listName, assemblyName, language, city, publicUrl }),
      slots: {
        ...{ preferences: this.links.preferences(subscription), leave },
        ...{ why: this.links.why(subscription), answer: this.links.answerToken(subscription) },
      },
      headers: listHeaders({ list: id, listName, publicUrl, oneClick: leave }),
      date: composed.period.until,
    };
  }
}
