import { DatabaseSync } from 'node:sqlite';
import { extentOf, SqliteEventStore } from '@relais/event-store';

type Held = Readonly<{ n: number; first: number; of: number }>;

/** An append that was acknowledged, and how long the write-ahead log was then. */
export type Acknowledged = Readonly<{ stream: string; n: number; length: number }>;

export const acknowledged = (lines: readonly string[]): Acknowledged[] =>
  lines.map((line) => {
    const [stream = '', n, length] = line.split(' ');
    return { stream, n: Number(n), length: Number(length) };
  });

/** Throws unless a log is sound, holds all that was acknowledged, nothing twice, and each append as a whole. */
export const checkSurvivors = async (file: string, said: readonly Acknowledged[], what: string): Promise<void> => {
  const store = SqliteEventStore.open(file);
  try {
    await extentOf(store);
    const counts = new Map<string, number>();
    for await (const page of store.readAll())
      for (const { stream, data } of page) {
        const { n, first } = data as Held;
        const before = counts.get(stream) ?? 0;
        if (n !== before + 1) throw new Error(`${what}: ${stream} holds ${n} after ${before}: lost or doubled`);
        if (first > n) throw new Error(`${what}: ${stream} holds ${n} of an append that begins at ${first}`);
        counts.set(stream, n);
      }
    for (const [stream, count] of counts)
      for await (const { data } of store.readBack(stream)) {
        const { first, of } = data as Held;
        if (first + of - 1 !== count) throw new Error(`${what}: ${stream} ends in the middle of an append: torn`);
        break;
      }
    for (const { stream, n } of said)
      if (n > (counts.get(stream) ?? 0)) throw new Error(`${what}: ${stream} ${n} was acknowledged and is lost`);
  } finally {
    await store.close();
  }
  checkPages(file, what);
};

/** Throws where SQLite finds a file damaged. */
export const checkPages = (file: string, what: string): void => {
  const database = new DatabaseSync(file, { readOnly: true });
  const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() ?? {};
  database.close();
  if (found !== 'ok') throw new Error(`${what}: ${file} is damaged: ${String(found)}`);
};
