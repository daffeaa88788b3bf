import { Inject, Injectable } from '@nestjs/common';
import { plainCopy } from '@relais/digests';
import { subscriptionOf } from '../../external-lists/copies.js';
import { Freshness } from '../../external-lists/freshness.js';
import { Deployment, type DeployedExternalList } from '../../wiring/deployment.js';
import type { OpenLetter } from '../ledger/ledger.js';
import { IssueShelf } from '../issues/issue-shelf.js';
import { LetterKind, type Written } from './letter-kind.js';
import { RenderedLetters } from './rendered-letters.js';

/**
 * The copy of an issue for a list of somebody else's: text, nothing that is anybody's own. It says neither that it is automatic nor
 * that it is bulk: Sympa turns away the one, ezmlm the other; how one leaves is said by the list.
 */
@Injectable()
export class CopyKind extends LetterKind {
  readonly purpose = 'copy';

  constructor(
    @Inject(IssueShelf) private readonly shelf: IssueShelf,
    @Inject(RenderedLetters) private readonly rendered: RenderedLetters,
    @Inject(Freshness) private readonly freshness: Freshness,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {
    super();
  }

  /** Undefined where the configuration does not name the list any more: then nothing leaves. */
  override addressOf(letter: OpenLetter): string | undefined {
    return this.#list(letter)?.address;
  }

  async write(letter: OpenLetter): Promise<Written | undefined> {
    const list = this.#list(letter);
    const composed = letter.issue && (await this.shelf.get(letter.issue));
    if (list === undefined || !composed || !this.freshness.has(composed.period.until)) return undefined;
    const { issue, period } = composed;
    const { language, from } = list;
    const key = `copy ${issue} ${language}`;
    const template = await this.rendered.letter(key, language, [issue], () =>
      plainCopy({ ...this.shelf.tellable(composed), language }),
    );
    return { key, template: () => template, slots: {}, headers: {}, date: period.until, ...(from && { from }) };
  }

  #list({ subscription }: OpenLetter): DeployedExternalList | undefined {
    return this.deployment.externalLists.find(({ id }) => subscriptionOf(id) === subscription);
  }
}
