import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { exportedLines } from '../../subscribers/exporting.js';
import { keysOf } from '../../wiring/adapters.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { writeOut } from '../moving/standard-streams.js';
import { openReadModels } from '../open-files.js';
import { listMeant, type SubscriberAct } from './subscriber-act.js';

/** Gives out who receives a list, addresses and all: on standard output, or into a new file that its owner alone can read. */
export const exportAll: SubscriberAct = {
  name: 'export',
  operand: 'FILE',
  mayLack: true,
  async run(desk, options, file) {
    const { settings } = desk;
    const list = listMeant(desk, options);
    if (!existsSync(settings.keyFile))
      throw new Unavailable(`the master key ${settings.keyFile} is missing: no address can be opened without it`);
    const [models, keys] = [openReadModels(settings), keysOf(settings)];
    try {
      const lines = exportedLines(models, keys, list.id);
      if (file === undefined || file === '-') await writeOut(lines);
      else await pipeline(Readable.from(textOf(lines)), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
      return 0;
    } finally {
      await keys.close();
    }
  },
};

async function* textOf(groups: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const lines of groups) yield lines.map((line) => `${line}\n`).join('');
}
