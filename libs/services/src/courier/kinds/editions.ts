import { Inject, Injectable } from '@nestjs/common';
import { wholeEdition, type Edition } from '@relais/digests';
import { defaultPreferences } from '@relais/mailing-list';
import { Keys } from '@relais/transport';
import { Deployment } from '../../wiring/deployment.js';
import { PreferencePool } from '../preferences/preference-pool.js';
import type { OpenLetter, Subscriber } from '../ledger/ledger.js';

/** How somebody wants a letter. */
@Injectable()
export class Editions {
  readonly #pool = new PreferencePool();

  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** As they wanted it when it was planned; whoever chose nothing has all of it in their language. */
  async of(
    { edition: sealed }: Pick<OpenLetter, 'edition'>,
    { person, list, language }: Pick<Subscriber, 'person' | 'list' | 'language'>,
  ): Promise<Edition> {
    const text = sealed === undefined ? undefined : await this.keys.open(person, sealed);
    if (text === undefined) return wholeEdition(language);
    const { assembly: city, zone } = this.deployment.list(list);
    const chosen = this.#pool.opened(text, defaultPreferences({ city, zone, language }));
    if (chosen === undefined) return wholeEdition(language);
    const { language: own, length, format, kinds, themes } = chosen;
    return { language: own, length, format, kinds, themes };
  }
}
