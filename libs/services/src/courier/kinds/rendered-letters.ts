import { Inject, Injectable, Logger } from '@nestjs/common';
import { digest as digestDecider } from '@relais/digest';
import type { LetterTemplate } from '@relais/digests';
import { EventStore, handle } from '@relais/event-store';
import type { IssueId, Language } from '@relais/vocabulary';
import { CannotWrite } from './letter-kind.js';

/** So many are kept: editions of the issues that are being sent. */
const most = 100;

/**
 * Letters that many people share, each rendered once. One that cannot be rendered is put on record for its language and not
 * tried again: it comes out of what is on record and of this code, so that only another version can mend it.
 */
@Injectable()
export class RenderedLetters {
  readonly #letters = new Map<string, Promise<LetterTemplate | CannotWrite>>();
  readonly #logger = new Logger('Courier');

  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  /** Rejects with {@link CannotWrite}. */
  async letter(
    key: string,
    language: Language,
    issues: readonly IssueId[],
    render: () => LetterTemplate,
  ): Promise<LetterTemplate> {
    const kept = this.#letters.get(key) ?? this.#rendered(language, issues, render);
    if (this.#letters.size >= most) this.#letters.clear();
    this.#letters.set(key, kept);
    const letter = await kept;
    if (letter instanceof CannotWrite) throw letter;
    return letter;
  }

  async #rendered(
    language: Language,
    issues: readonly IssueId[],
    render: () => LetterTemplate,
  ): Promise<LetterTemplate | CannotWrite> {
    try {
      return render();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      this.#logger.error(`${issues.join(', ')} cannot be written in ${language}: ${detail}; its letters wait`);
      for (const issue of issues)
        await handle(this.store, `digest-${issue}`, digestDecider, { type: 'fail', issue, language, detail });
      return new CannotWrite(`${issues.join(', ')} in ${language}: ${detail}`);
    }
  }
}
