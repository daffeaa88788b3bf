import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { instantOf, type Instant, type TimeZone } from '@relais/vocabulary';
import type { ImportFormat } from '@relais/mailing-list';
import { importedInWords } from '../../subscribers/in-words.js';
import type { Imported, ImportOrder } from '../../subscribers/importing.js';
import { contents, type Wanted } from '../../subscribers/reading/columns.js';
import { clockOf } from '../../wiring/clocks.js';
import { WrongUse, type Options } from '../verb.js';
import { doneBy, listMeant, ordered, type SubscriberAct } from './subscriber-act.js';

const formats: readonly ImportFormat[] = ['csv', 'sympa', 'mailman'];

const formatOf = ({ format }: Options): ImportFormat | undefined => {
  const found = formats.find((one) => one === format);
  if (format !== undefined && found === undefined)
    throw new WrongUse(`--format takes ${formats.join(', ')}, got «${String(format)}»`);
  return found;
};

/** `address=Courriel,language=Langue,since=Date`. */
const wantedOf = ({ map }: Options): Wanted => {
  if (typeof map !== 'string') return {};
  const pairs = map.split(',').map((pair) => {
    const [, content = '', name = ''] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
    if (!contents.some((one) => one === content))
      throw new WrongUse(`--map takes ${contents.map((one) => `${one}=COLUMN`).join(',')}, got «${pair}»`);
    return [content, name] as const;
  });
  return Object.fromEntries(pairs);
};

/** The end of a day that is still to come, where the assembly is. */
const untilOf = ({ ask }: Options, zone: TimeZone, now: Instant): Instant | undefined => {
  if (ask === undefined) return undefined;
  const day = String(ask);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  const until = isDay ? instantOf(`${day}T23:59:59`, zone) : undefined;
  if (until === undefined || Date.parse(until) <= Date.parse(now))
    throw new WrongUse(`--ask takes a day to come, such as 2027-01-31, got «${day}»`);
  return until;
};

const fileOf = (path: string): string => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new WrongUse(`${path}: there is no such file`);
  return resolve(path);
};

/** Brings in the subscribers of another list. What cannot be taken is said, line by line, and stops nothing. */
export const importAll: SubscriberAct = {
  name: 'import',
  operand: 'FILE',
  async run(desk, options, file = '') {
    const { output, settings } = desk;
    const list = listMeant(desk, options);
    const [format, by, { report }] = [formatOf(options), doneBy(desk, options), options];
    const asks = untilOf(options, list.zone, clockOf(settings).now());
    const order: ImportOrder = {
      ...{ file: fileOf(file), list: list.id, wanted: wantedOf(options), isDryRun: options['dryRun'] === true },
      ...(format && { format }),
      ...(asks !== undefined && { asks }),
      ...(by !== null && { by }),
      ...(typeof report === 'string' && { report: resolve(report) }),
    };
    const came = (await ordered(desk, { act: 'import', order }, (step) =>
      output.step(step, () => {
        const { imported, refused } = step as Imported['counts'];
        return `${imported} imported, ${refused} lines refused`;
      }),
    )) as Imported;
    output.stepsEnd();
    output.say({ file, ...came }, () => importedInWords(came));
    const { imported, known, left, refused } = came.counts;
    return imported + known + left === 0 && refused > 0 ? 1 : 0;
  },
};
