import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import { canonicalJson, type Language } from '@relais/vocabulary';
import type { DeployedList } from '../../wiring/deployment.js';

/** Opened preferences, each value once: many people want the same. */
export class PreferencePool {
  readonly #values = new Map<string, Preferences>();

  /** What whoever chose nothing has. */
  ofList({ assembly: city, zone }: DeployedList, language: Language): Preferences {
    return this.#one(defaultPreferences({ city, zone, language }));
  }

  /** What was sealed; members that it was sealed without are as if nothing had been chosen. Undefined for what is no preferences. */
  opened(text: string, otherwise: Preferences): Preferences | undefined {
    try {
      const chosen: unknown = JSON.parse(text);
      if (typeof chosen !== 'object' || chosen === null) return undefined;
      return this.#one({ ...otherwise, ...chosen });
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
