import type { AssemblyId, SourceId } from '@relais/vocabulary';
import type { Wanted } from '../../adding/adding.js';
import { FirstReading, type FirstOutcome } from '../../adding/first-reading.js';
import { refusalInWords } from '../../adding/refusal-in-words.js';
import type { Suggestion } from '../../adding/suggestion.js';
import { Collecting } from '../../collector/collecting.js';
import { onHand } from '../on-hand.js';
import { WrongUse, wholeNumber, type Desk, type Options } from '../verb.js';
import { readingInWords, suggestedInWords } from './in-words.js';
import { doneBy, type SourceAct } from './source-act.js';
import { toAct } from './workplace.js';

/** Read by the running collector, or here where none runs. */
class HandedReading extends FirstReading {
  constructor(private readonly desk: Desk) {
    super();
  }

  async read(source: SourceId): Promise<FirstOutcome | 'later'> {
    const outcomes = await onHand(
      this.desk,
      {
        ...{ verb: 'collect', role: 'collector', options: { source }, parts: ['collector'] },
        here: (application) => application.get(Collecting).collectNow(source),
      },
      () => undefined,
    );
    return (outcomes as readonly FirstOutcome[])[0] ?? 'later';
  }
}

const wantedOf = (options: Options, suggestion: Suggestion): Omit<Wanted, 'assembly' | 'by'> => {
  const { id, title = suggestion.title, platform = suggestion.platform } = options;
  const every = wholeNumber('--every', options['every']);
  return {
    ...{ url: suggestion.url, title: String(title), platform: String(platform) },
    ...(typeof id === 'string' && { id }),
    ...(suggestion.site !== undefined && { site: suggestion.site }),
    ...(every !== undefined && { every }),
  };
};

/** Finds the best that an address gives, records it as a source, and reads it. */
export const add: SourceAct = {
  name: 'add',
  operand: 'URL',
  async run(desk, options, url) {
    const { city } = options;
    if (typeof city !== 'string') throw new WrongUse('of which assembly? --city SLUG');
    const { id: assembly, profile } = desk.deployment().assembly(city as AssemblyId);
    const [by, choice] = [doneBy(desk, options), wholeNumber('--choose', options['choose']) ?? 1];
    return toAct(desk, new HandedReading(desk), async ({ suggestions, adding }) => {
      const suggested = await suggestions.suggest(url, { zone: profile.zone });
      const suggestion = suggested.suggestions[choice - 1];
      if (suggestion === undefined) {
        const few = `there are ${suggested.suggestions.length} to choose from`;
        desk.output.say({ refused: { type: 'nothing-to-read' }, suggested }, () =>
          [suggestedInWords(suggested), ...(suggested.suggestions.length > 0 ? [few] : [])].join('\n'),
        );
        return 1;
      }
      const added = await adding.add({ assembly, by, ...wantedOf(options, suggestion) });
      desk.output.say({ ...added, suggestion }, () =>
        'refused' in added
          ? `not added: ${refusalInWords(added.refused)}`
          : `${added.added.source} is added: ${added.added.title}, ${suggestion.url}\n${readingInWords(added.first)}`,
      );
      return 'refused' in added ? 1 : 0;
    });
  },
};
