import { eventTypes } from '@relais/catalogue';
import { verifyLog } from '@relais/event-store';
import { filesIn } from '../../wiring/adapters.js';
import { openLog } from '../open-files.js';
import type { Verb } from '../verb.js';

/** Whether the log is whole: its file, its order, its streams, and that every event is one we know. */
export const verify: Verb = {
  name: 'verify',
  summary: 'whether the log is whole: file, positions, streams, known events',
  async run({ settings, output }) {
    await openLog(settings).close();
    const { log } = filesIn(settings.dataFolder);
    const { events, streams, problems } = verifyLog(log, (type) => Object.hasOwn(eventTypes, type));
    output.say({ ok: problems.length === 0, events, streams, problems }, () =>
      [
        ...problems.map(({ where, what }) => `! ${where}: ${what}`),
        problems.length === 0
          ? `${log} is whole: ${events} events in ${streams} streams`
          : `${problems.length} problems in ${log}`,
      ].join('\n'),
    );
    return problems.length === 0 ? 0 : 1;
  },
};
