import { add } from '../source-acts/add.js';
import { exportAll } from '../source-acts/export.js';
import { importAll } from '../source-acts/import.js';
import { list } from '../source-acts/list.js';
import { remove } from '../source-acts/remove.js';
import type { SourceAct } from '../source-acts/source-act.js';
import { suggest } from '../source-acts/suggest.js';
import { WrongUse, type Verb } from '../verb.js';

const acts: readonly SourceAct[] = [list, suggest, add, remove, importAll, exportAll];

const usage = acts.map(({ name, operand }) => (operand === undefined ? name : `${name} ${operand}`)).join(', ');

/** What is read: shown, found, added and removed while Relais runs. */
export const sources: Verb = {
  name: 'sources',
  summary: `what is read: ${usage}`,
  operands: '<act...>',
  options: [
    ['--city <slug>', 'the assembly; import finds it by the names of groups as well'],
    ['--choose <number>', 'which of the suggestions to add: the first without'],
    ['--id <id>', 'its id; made of city and platform without'],
    ['--title <title>', 'what it is called'],
    ['--platform <slug>', 'the platform that people are shown'],
    ['--every <minutes>', 'how often it is read, 60 without'],
    ['--by <admin>', 'which admin does it; without, it is recorded as done at this machine'],
  ],
  async run(desk, options, [name, operand, ...more]) {
    const act = acts.find((one) => one.name === name);
    if (act === undefined) throw new WrongUse(`sources ${name}: there are ${usage}`);
    const isComplete = act.operand === undefined ? operand === undefined : operand !== undefined && more.length === 0;
    if (!isComplete) throw new WrongUse(`expected sources ${act.name} ${act.operand ?? '(and nothing else)'}`);
    return act.run(desk, options, operand ?? '');
  },
};
