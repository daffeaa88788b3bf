import { knownEvent } from '@relais/catalogue';
import { SecondThoughts, type SecondThought } from '@relais/matching';
import { recognitionFor } from '../../recognising/recogniser.js';
import { openLog } from '../open-files.js';
import type { Desk } from '../verb.js';
import { thoughtInWords } from './in-words.js';

/** What the rules of today, and the configuration as it is now, would decide on the whole history; touches nothing. */
export const dryRun = async ({ settings, deployment, output }: Desk): Promise<0> => {
  const deployed = deployment();
  const log = openLog(settings);
  try {
    const thoughts = new SecondThoughts(recognitionFor(deployed));
    for await (const page of log.readAll()) for (const event of page) thoughts.evolve(knownEvent(event));
    const changes = thoughts.changes();
    const city = (id: string): string => deployed.assemblies.find((one) => one.id === id)?.profile.city ?? id;
    const count = (change: SecondThought['change']): number => changes.filter((one) => one.change === change).length;
    const [joins, parts, moves] = [count('joins'), count('parts'), count('moves')];
    const { announcements } = thoughts;
    output.say({ announcements, joins, parts, moves, changes }, () =>
      [
        ...[...Map.groupBy(changes, ({ assembly }) => city(assembly))].flatMap(([name, of]) => [
          name,
          ...of.map(thoughtInWords),
        ]),
        `${announcements} announcements: ${joins} would join, ${parts} would part, ${moves} would move; nothing was changed`,
      ].join('\n'),
    );
    return 0;
  } finally {
    await log.close();
  }
};
