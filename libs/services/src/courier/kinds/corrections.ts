import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { CorrectionEvent } from '@relais/digest';
import { correctionLetter, listHeaders } from '@relais/digests';
import { EventStore } from '@relais/event-store';
import type { Instant, IssueId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';
import { Editions } from './editions.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';
import { RenderedLetters } from './rendered-letters.js';

type Composed = Readonly<{ data: CorrectionEvent['data']; at: Instant }>;

/** What a letter said of a gathering and is not so any more. */
@Injectable()
export class CorrectionKind extends LetterKind {
  readonly purpose = 'correction';

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Editions) private readonly editions: Editions,
    @Inject(RenderedLetters) private readonly rendered: RenderedLetters,
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {
    super();
  }

  async write(letter: OpenLetter, receiver: Subscriber): Promise<Written | undefined> {
    const composed = letter.issue && (await this.#composed(letter.issue));
    if (!composed) return undefined;
    const { before, after, of, issue } = composed.data;
    const { publicUrl } = this.deployment.settings;
    const { subscription, list: id } = receiver;
    const { name: listName } = this.deployment.list(id);
    const { language, format } = await this.editions.of(letter, receiver);
    const key = `${issue} ${id} ${language} ${format}`;
    const said = of.findLast((one) => !one.startsWith('correction-')) ?? issue;
    const template = await this.rendered.letter(key, language, [issue], () =>
      correctionLetter({ before, after, issue: said, language, format, listName, publicUrl }),
    );
    const leave = this.links.leave(subscription);
    return {
      key,
      template: () => template,
      slots: this.links.slots(subscription),
      headers: listHeaders({ list: id, listName, publicUrl, oneClick: leave }),
      date: composed.at,
    };
  }

  async #composed(issue: IssueId): Promise<Composed | undefined> {
    for await (const event of this.store.read(issue)) {
      const known = knownEvent(event);
      if (known.type === 'correction.composed') return { data: known.data, at: known.recordedAt };
    }
    return undefined;
  }
}
