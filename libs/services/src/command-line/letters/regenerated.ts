import { knownEvent } from '@relais/catalogue';
import type { EventStore } from '@relais/event-store';
import { PastViews } from '@relais/read-models';
import type { ComposedIssue } from '../../courier/issues/issue-shelf.js';
import { regenerate, type OtherPart, type Regenerated } from '../../courier/planning/regenerating.js';
import { filesIn } from '../../wiring/adapters.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Desk } from '../verb.js';

const composedIn = async (store: EventStore, issue: string): Promise<ComposedIssue | undefined> => {
  for await (const event of store.read(`digest-${issue}`)) {
    const known = knownEvent(event);
    if (known.type === 'digest.composed') return known.data;
  }
  return undefined;
};

const outcomes: Record<Regenerated['differs'], string> = {
  nothing: 'says the same, byte for byte',
  themes: 'says the same, but for its themes: the configuration has other words for them',
  content: 'says something else',
};

const inWords = ({ part, then, now }: OtherPart): string => `${part} ${then}, now ${now}`;

/** Makes an issue again from the log as it stood when it was composed, and says whether it is the same. Nothing is recorded. */
export const regenerated = async (desk: Desk, issue: string): Promise<0 | 1> => {
  const { settings, output } = desk;
  const { themes, lists } = desk.deployment();
  const store = openLog(settings);
  const past = new PastViews(store, filesIn(settings.dataFolder).asOf);
  try {
    const composed = await composedIn(store, issue);
    if (composed === undefined) throw new WrongUse(`no issue «${issue}» was composed`);
    const zone = lists.find(({ id }) => id === composed.list)?.zone ?? 'Europe/Paris';
    const made = await regenerate(composed, { past, themes, zone });
    const { content: _told, ...about } = made;
    output.say({ issue, position: composed.position, ...about }, () => {
      const others = made.others.length > 0 ? `; made with ${made.others.map(inWords).join(', ')}` : '';
      return `${issue}: made again from position ${composed.position}, it ${outcomes[made.differs]} (${made.hash})${others}`;
    });
    return made.differs === 'content' ? 1 : 0;
  } finally {
    past.close();
    await store.close();
  }
};
