import type { SourceId } from '@relais/vocabulary';
import { Collecting } from '../../collector/collecting.js';
import type { SourceOutcome } from '../../collector/reading/source-reader.js';
import { onHand } from '../on-hand.js';
import { sourceNamed } from '../source-named.js';
import type { Verb } from '../verb.js';

const inWords = ({ source, outcome, items, events, errors, reason }: SourceOutcome): string => {
  const came: Record<SourceOutcome['outcome'], string> = {
    read: `${items} items`,
    'not-modified': 'not modified',
    failed: `failed: ${reason?.detail}`,
    postponed: 'not asked: its host wants to be left alone for a while',
  };
  return `${source.padEnd(28)} ${came[outcome]}, ${events} new events${errors.map((error) => `\n  ! ${error}`).join('')}`;
};

/** Reads the sources now. */
export const collect: Verb = {
  name: 'collect',
  summary: 'reads the sources now; what did not change records nothing',
  options: [['--source <id>', 'only this one']],
  async run(desk, { source }) {
    const { output } = desk;
    const id = source as SourceId | undefined;
    if (id) await sourceNamed(desk, id);
    const result = await onHand(
      desk,
      {
        verb: 'collect',
        role: 'collector',
        options: { ...(id && { source: id }) },
        parts: ['collector'],
        here: (application, progress) => application.get(Collecting).collectNow(id, progress),
      },
      (outcome) => output.step(outcome, () => inWords(outcome as SourceOutcome)),
    );
    const outcomes = result as readonly SourceOutcome[];
    output.stepsEnd();
    const failed = outcomes.filter(({ outcome }) => outcome === 'failed').length;
    const events = outcomes.reduce((sum, one) => sum + one.events, 0);
    output.say({ sources: outcomes.length, failed, events, outcomes }, () =>
      [...outcomes.map(inWords), `${outcomes.length} sources, ${failed} failed, ${events} new events`].join('\n'),
    );
    return failed > 0 && failed === outcomes.length ? 1 : 0;
  },
};
