import { suggestedInWords } from './in-words.js';
import type { SourceAct } from './source-act.js';
import { toLook } from './workplace.js';

/** What an address would give, without recording anything. */
export const suggest: SourceAct = {
  name: 'suggest',
  operand: 'URL',
  run: (desk, _options, url) =>
    toLook(desk, async ({ suggestions }) => {
      const suggested = await suggestions.suggest(url);
      desk.output.say(suggested, () => suggestedInWords(suggested));
      return suggested.suggestions.length > 0 ? 0 : 1;
    }),
};
