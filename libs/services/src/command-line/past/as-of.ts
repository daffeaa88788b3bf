import { join } from 'node:path';
import { momentAsked, PastViews, type Moment, type NoMoment } from '@relais/read-models';
import type { EventStore } from '@relais/event-store';
import { commonZone } from '@relais/web';
import { filesIn } from '../../wiring/adapters.js';
import { clockOf } from '../../wiring/clocks.js';
import { openLog } from '../open-files.js';
import { WrongUse, type Desk, type Option, type Options } from '../verb.js';
import { pageAsOf } from './page-as-of.js';

/** What makes a replay one of the past. */
export const asOfOptions: readonly Option[] = [
  [
    '--as-of <moment>',
    'the rows as they were: 2017-03-21, 2017-03-21T10:00:00Z or position:1234; into a file of their own',
  ],
  ['--page <path>', 'with --as-of: prints this page or feed as it was then'],
];

const because = ({ problem, head }: NoMoment, text: string): string => {
  switch (problem) {
    case 'unreadable':
      return `--as-of takes a day (2017-03-21), an instant in UTC (2017-03-21T10:00:00Z) or position:1234, got «${text}»`;
    case 'to-come':
      return `--as-of: ${text} has not passed yet`;
    case 'beyond-the-log':
      return `--as-of: the log ends at position ${head}, before ${text}`;
    case 'before-the-log':
      return '--as-of: the first position of the log is position:1';
  }
};

const momentOf = async (text: string, store: EventStore, desk: Desk): Promise<Moment> => {
  const now = clockOf(desk.settings).now();
  const found = await momentAsked(text, { store, zone: commonZone, now });
  if ('problem' in found) throw new WrongUse(because(found, text));
  return found;
};

/** Makes the rows as they were at a moment, and says where they are, or prints one page of then. Nothing that is shown changes. */
export const replayAsOf = async (desk: Desk, { asOf, page }: Options): Promise<0 | 1> => {
  if (typeof asOf !== 'string') throw new WrongUse('--page is for a moment of the past: say which with --as-of');
  if (page !== undefined && (typeof page !== 'string' || !page.startsWith('/')))
    throw new WrongUse(`--page takes a path such as /lille/agenda, got «${String(page)}»`);
  const { settings, output } = desk;
  const folder = filesIn(settings.dataFolder).asOf;
  const store = openLog(settings);
  const past = new PastViews(store, folder);
  try {
    const { position, now } = await momentOf(asOf, store, desk);
    if (page !== undefined) return await pageAsOf(desk, page, { past, position, now });
    const file = join(folder, `at-${position}.db`);
    await past.snapshots.write(file, position);
    output.say(
      { position: String(position), now, file },
      () => `as of position ${position} (${now}): ${file}; what is shown was left alone`,
    );
    return 0;
  } finally {
    past.close();
    await store.close();
  }
};
