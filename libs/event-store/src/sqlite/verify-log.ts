import type { DatabaseSync } from 'node:sqlite';
import type { Fixed } from '../verification/checkpoint-note.js';
import type { ChainFault, ChainVerdict } from '../verification/verify.js';
import { faultInWords } from '../verification/in-words.js';
import { verifyChain } from './chain-of-file.js';
import { openLogFile } from './log-file.js';

/** Something that is not as the log promises: where, and what. */
export type LogProblem = Readonly<{ where: string; what: string }>;

export type Verification = Readonly<{
  events: number;
  streams: number;
  /** How many checkpoints the log was found to agree with. */
  checkpoints: number;
  /** What was done to its chain, in the order of the log; each is among the problems, too. */
  faults: readonly ChainFault[];
  problems: readonly LogProblem[];
}>;

/** So many problems say enough. */
const most = 100;

type Check = (database: DatabaseSync, isKnown: (type: string) => boolean) => Iterable<LogProblem>;

const file: Check = function* (database) {
  for (const { integrity_check: what } of database.prepare('PRAGMA integrity_check').iterate())
    if (what !== 'ok') yield { where: 'the file', what: String(what) };
  for (const { table, rowid } of database.prepare('PRAGMA foreign_key_check').iterate())
    yield { where: `${table} ${rowid}`, what: 'refers to a stream or a type that is not there' };
};

const positions: Check = function* (database) {
  const gaps = database.prepare(
    `SELECT position, before FROM (SELECT position, lag(position, 1, 0) OVER (ORDER BY position) AS before FROM event)
     WHERE position <> before + 1`,
  );
  for (const { position, before } of gaps.iterate())
    yield { where: `position ${position}`, what: `follows position ${before}: what was between is missing` };
};

const streams: Check = function* (database) {
  const gaps = database.prepare(
    `SELECT name, found, before FROM (SELECT stream, event.version AS found,
       lag(event.version, 1, 0) OVER (PARTITION BY stream ORDER BY position) AS before FROM event)
     JOIN stream ON stream.id = stream WHERE found <> before + 1`,
  );
  for (const { name, found, before } of gaps.iterate())
    yield { where: `stream ${name}`, what: `version ${found} follows version ${before}` };
  const ends = database.prepare(
    `SELECT name, stream.version AS said, count(event.position) AS held FROM stream
     LEFT JOIN event ON event.stream = stream.id GROUP BY stream.id HAVING said <> held`,
  );
  for (const { name, said, held } of ends.iterate())
    yield { where: `stream ${name}`, what: `should stand at version ${said} and holds ${held} events` };
};

const contents: Check = function* (database, isKnown) {
  for (const { name } of database.prepare('SELECT name FROM event_type').iterate())
    if (!isKnown(String(name))) yield { where: `type ${name}`, what: 'is not known to this version of Relais' };
  for (const column of ['data', 'metadata'] as const)
    for (const { position } of database.prepare(`SELECT position FROM event WHERE NOT json_valid(${column})`).iterate())
      yield { where: `position ${position}`, what: `its ${column} is not JSON` };
};

const checks: readonly Check[] = [file, positions, streams, contents];

/** What a check finds; of a damaged file it may not come to its end, which is a problem too. */
const found = function* (check: Check, ...asked: Parameters<Check>): Iterable<LogProblem> {
  try {
    yield* check(...asked);
  } catch (error) {
    yield { where: 'the file', what: error instanceof Error ? error.message : String(error) };
  }
};

/** How many there are; 0 where the file is too damaged to tell. */
const count = (database: DatabaseSync, table: 'event' | 'stream'): number => {
  try {
    return Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
  } catch {
    return 0;
  }
};

/** The chain; of a damaged file, undefined and a problem. */
const chainOf = (database: DatabaseSync, checkpoints: readonly Fixed[]): ChainVerdict | LogProblem => {
  try {
    return verifyChain(database, checkpoints);
  } catch (error) {
    return { where: 'the file', what: error instanceof Error ? error.message : String(error) };
  }
};

/**
 * Reads a whole log and says what is not as it should be: the file's pages, positions without gaps, versions of each stream
 * in order, types that are known, data that is JSON, the chain, and that it comes to these checkpoints. Works beside a
 * running hub. Throws as opening the log does.
 */
export const verifyLog = (
  path: string,
  isKnown: (type: string) => boolean,
  checkpoints: readonly Fixed[] = [],
): Verification => {
  const database = openLogFile(path, { readOnly: true });
  try {
    const problems: LogProblem[] = [];
    for (const check of checks)
      for (const problem of found(check, database, isKnown)) {
        problems.push(problem);
        if (problems.length >= most) break;
      }
    const chain = chainOf(database, checkpoints);
    const [faults, met] = 'faults' in chain ? [chain.faults, chain.checkpoints] : [[], 0];
    problems.push(...('faults' in chain ? chain.faults.map(faultInWords) : [chain]));
    const counts = { events: count(database, 'event'), streams: count(database, 'stream') };
    return { ...counts, checkpoints: met, faults, problems };
  } finally {
    database.close();
  }
};
