import { Inject, Injectable, Logger } from '@nestjs/common';
import { opmlOutlines, UnreadableDocument, type Outlines } from '@relais/sources';
import type { AdminId, AssemblyId } from '@relais/vocabulary';
import type { ImportSeen } from '@relais/web/console';
import { Adding } from '../../../adding/adding.js';
import { assemblyOfOutline, lanesOfOutlines, takeOutline, type Came } from '../../../adding/outlines.js';
import { SourceRoster } from '../../../adding/source-roster.js';
import { Suggestions } from '../../../adding/suggestions.js';
import { Deployment } from '../../../wiring/deployment.js';
import { Lifetime } from '../../../wiring/lifetime.js';

type Refused = 'missing' | 'empty' | 'running' | Readonly<{ unreadable: string }>;
type Running = { of: number; came: Came[]; errors: readonly string[]; done: boolean };

/**
 * Takes in a list of subscriptions, in the background: it is longer than anybody waits. It is known to this process only; one that
 * a restart broke off is begun again, since what is there already is left alone.
 */
@Injectable()
export class OpmlImport {
  readonly #logger = new Logger('Portal');
  #last: Running | undefined;

  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(SourceRoster) private readonly roster: SourceRoster,
    @Inject(Suggestions) private readonly suggestions: Suggestions,
    @Inject(Adding) private readonly adding: Adding,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  get last(): ImportSeen | undefined {
    return this.#last;
  }

  /** Begins, or says why not. Throws NotConfigured for an assembly that there is not. */
  begin(text: string, { city, by }: Readonly<{ city?: AssemblyId; by: AdminId }>): Refused | undefined {
    if (this.#last?.done === false) return 'running';
    if (text.trim() === '') return 'missing';
    const list = read(text);
    if ('unreadable' in list) return list;
    if (list.outlines.length === 0) return 'empty';
    const errors = list.errors.map(({ where, what }) => `${where}: ${what}`);
    const running: Running = { of: list.outlines.length, came: [], errors, done: false };
    this.#last = running;
    const { roster, suggestions, adding } = this;
    const errand = { roster, suggestions, adding, by, of: assemblyOfOutline(this.deployment, city) };
    this.lifetime.run('an import of sources', async (signal) => {
      await roster.refresh();
      const left = list.outlines.values();
      const work = async (): Promise<void> => {
        for (const outline of left) {
          if (signal.aborted) return;
          running.came.push(
            await takeOutline(outline, errand).catch((error: unknown) => this.#fault(outline.url, error)),
          );
        }
      };
      await Promise.all(Array.from({ length: lanesOfOutlines }, work));
      running.done = true;
    });
    return undefined;
  }

  /** One address is no reason for a hub to stop. */
  #fault(url: string, error: unknown): Came {
    this.#logger.error(`${url} of a list of sources: ${error instanceof Error ? error.stack : String(error)}`);
    return { url, came: 'not', reason: 'a fault of Relais: its log says more' };
  }
}

const read = (text: string): Outlines | Readonly<{ unreadable: string }> => {
  try {
    return opmlOutlines(Buffer.from(text));
  } catch (error) {
    if (error instanceof UnreadableDocument) return { unreadable: error.message };
    throw error;
  }
};
