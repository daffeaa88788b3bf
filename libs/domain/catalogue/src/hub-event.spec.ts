import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventTypes, type HubEvent } from './hub-event.js';
import { examples } from './testing/examples.js';

const domain = join(import.meta.dirname, '../..');
const typesIn = (module: string): string[] => {
  const file = join(domain, module, 'src/events.ts');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...text.matchAll(/\bEvent<\s*'([^']+)'/g)].map(([, type = '']) => type);
};

/** What of a type JSON would lose or change: `never` where it is plain. */
type NotPlain<Value> = Value extends string | number | boolean | null
  ? never
  : Value extends bigint | symbol | ((...args: never[]) => unknown)
    ? Value
    : Value extends readonly (infer Member)[]
      ? NotPlain<Member>
      : { [Member in keyof Value]-?: NotPlain<Exclude<Value[Member], undefined>> }[keyof Value & (string | number)];
type Plain<Value> = [NotPlain<Value>] extends [never] ? true : false;

describe('the catalogue', () => {
  it('lists every type that a module may record, each in one module', () => {
    const written = readdirSync(domain).flatMap(typesIn);
    expect(written.length).toBeGreaterThan(20);
    expect(Object.keys(eventTypes).sort()).toEqual(written.sort());
  });

  it('names every type `module.what-happened`, in small letters', () => {
    expect(Object.keys(eventTypes).filter((type) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(type))).toEqual([]);
  });

  it('has an example of every type that is stored and read back as it was', () => {
    expect(Object.keys(examples).sort()).toEqual(Object.keys(eventTypes).sort());
    expect(JSON.parse(JSON.stringify(examples))).toStrictEqual(examples);
  });

  it('holds nothing, by its types, that JSON would lose', () => {
    const [bigint, date, map, plain]: [Plain<{ a: { b?: bigint } }>, Plain<[Date]>, Plain<Map<string, 1>>, true] = [
      ...([false, false, false] as const),
      true satisfies Plain<HubEvent['data']>,
    ];
    expect([bigint, date, map, plain]).toEqual([false, false, false, true]);
  });
});
