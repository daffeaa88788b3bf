import { examinations } from '../examinations.js';
import type { Finding } from '../examinations/examination.js';
import type { Verb } from '../verb.js';

const marks: Record<Finding['state'], string> = { good: 'ok  ', doubtful: '?   ', bad: 'BAD ' };

/** Looks at everything an installation needs and says what to do; changes nothing. Ends with 1 where something is bad. */
export const doctor: Verb = {
  name: 'doctor',
  summary: 'looks at settings, storage, queue, post and clock, and says what to do',
  async run({ settings, output }) {
    let failed = false;
    for (const { name, look } of examinations) {
      const finding = await look(settings);
      if (finding === undefined) continue;
      failed ||= finding.state === 'bad';
      const { state, detail, advice } = finding;
      output.say(
        { name, ...finding },
        () => `${marks[state]} ${name}: ${detail}${advice ? `\n       → ${advice}` : ''}`,
      );
    }
    return failed ? 1 : 0;
  },
};
