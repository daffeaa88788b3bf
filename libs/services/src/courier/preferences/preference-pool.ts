import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import { canonicalJson, type Language } from '@relais/vocabulary';
import type { DeployedList } from '../../wiring/deployment.js';

/** So many texts are remembered, of each of so many that hold otherwise. */
const most = 500;

/** Opened preferences, each value once: many people want the same. */
export class PreferencePool {
  readonly #values = new Map<string, Preferences>();
  /** By what was sealed, under what holds otherwise: most of them need not be parsed. */
  readonly #known = new Map<Preferences, Map<string, Preferences>>();

  /** What whoever chose nothing has. */
  ofList({ assembly: city, zone }: DeployedList, language: Language): Preferences {
    return this.#one(defaultPreferences({ city, zone, language }));
  }

  /** What was sealed; members that it was sealed without are as if nothing had been chosen. Undefined for what is no preferences. */
  opened(text: string, otherwise: Preferences): Preferences | undefined {
    const texts = this.#known.get(otherwise) ?? new Map<string, Preferences>();
    const known = texts.get(text);
    if (known) return known;
    try {
      const chosen: unknown = JSON.parse(text);
      if (typeof chosen !== 'object' || chosen === null) return undefined;
      const opened = this.#one({ ...otherwise, ...chosen });
      if (this.#known.size > most || texts.size > most) this.#known.clear();
      this.#known.set(otherwise, texts.set(text, opened));
      return opened;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #one(preferences: Preferences): Preferences {
    const key = canonicalJson(preferences);
    const known = this.#values.get(key);
    if (known) return known;
    this.#values.set(key, preferences);
    return preferences;
  }
}
