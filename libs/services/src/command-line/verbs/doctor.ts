import { keepVerdict, type Found } from '../../postmaster/verdict.js';
import { examinations } from '../examinations.js';
import type { Finding } from '../examinations/examination.js';
import { post } from '../examinations/post.js';
import type { Verb } from '../verb.js';

const marks: Record<Finding['state'], string> = { good: 'ok  ', doubtful: '?   ', bad: 'BAD ' };

/**
 * Looks at everything an installation needs and says what to do. Changes nothing, but that the courier knows what was found of the
 * post. Ends with 1 where something is bad.
 */
export const doctor: Verb = {
  name: 'doctor',
  summary: 'looks at settings, storage, queue, post and clock, and says what to do',
  async run({ settings, output }) {
    const found: Found[] = [];
    for (const { name, look } of examinations) {
      const finding = await look(settings);
      if (finding === undefined) continue;
      found.push({ name, ...finding });
      const { state, detail, advice } = finding;
      output.say(
        { name, ...finding },
        () => `${marks[state]} ${name}: ${detail}${advice ? `\n       → ${advice}` : ''}`,
      );
    }
    const ofPost = new Set(post.map(({ name }) => name));
    keepVerdict(
      settings,
      found.filter(({ name }) => ofPost.has(name)),
      new Date().toISOString(),
    );
    return found.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};
