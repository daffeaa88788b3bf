import { exportAll } from '../subscriber-acts/export.js';
import { importAll } from '../subscriber-acts/import.js';
import { listImports } from '../subscriber-acts/list-imports.js';
import type { SubscriberAct } from '../subscriber-acts/subscriber-act.js';
import { undo } from '../subscriber-acts/undo.js';
import { why } from '../subscriber-acts/why.js';
import { WrongUse, type Verb } from '../verb.js';

const acts: readonly SubscriberAct[] = [importAll, undo, listImports, exportAll, why];

const inUsage = ({ name, operand, mayLack }: SubscriberAct): string => {
  if (operand === undefined) return name;
  return mayLack ? `${name} [${operand}]` : `${name} ${operand}`;
};
const usage = acts.map(inUsage).join(', ');

/** Who receives a list: brought in from another, taken back, given out. */
export const subscribers: Verb = {
  name: 'subscribers',
  summary: `who receives a list: ${usage}`,
  operands: '<act...>',
  options: [
    ['--list <id>', 'which list, such as info-lille'],
    ['--format <name>', 'csv, sympa or mailman; by the file’s looks without'],
    ['--map <columns>', 'columns of a table by their names or numbers: address=Courriel,language=Langue,since=Date'],
    ['--ask <day>', 'ask each whether they want it; who has not answered by then is ended'],
    ['--dry-run', 'show what would be imported; record nothing'],
    ['--by <admin>', 'which admin does it; without, it is recorded as done at this machine'],
    ['--address <address>', 'of why: whose letters; - reads it from standard input, where no other user sees it'],
    ['--issue <id>', 'of why: which issue, where one is meant'],
    ['--language <code>', 'of why: fr, en or nl; en without'],
    ['--report <file>', 'write what became of each line, with its address, into a new file that you alone can read'],
  ],
  async run(desk, options, [name, operand, ...more]) {
    const act = acts.find((one) => one.name === name);
    if (act === undefined) throw new WrongUse(`subscribers ${name}: there are ${usage}`);
    const isThere = act.operand === undefined ? operand === undefined : operand !== undefined || act.mayLack === true;
    if (!isThere || more.length > 0) throw new WrongUse(`expected subscribers ${inUsage(act)}`);
    return act.run(desk, options, operand);
  },
};
