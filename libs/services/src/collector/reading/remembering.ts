import { createHash } from 'node:crypto';
import type { Revisit } from '@relais/sources';
import type { FetchResult } from '@relais/transport';
import type { Instant } from '@relais/vocabulary';
import type { DeployedSource } from '../../wiring/deployment.js';
import type { Expecting } from './expecting.js';
import type { Remembered } from './reading-memory.js';

const hour = 3_600_000;
/** A move is believed after so many readings in a row that told of it, over so long. */
const movedFor = { times: 3, atLeast: 48 * hour };
/** So often a source must be said to be gone, in a row, to be given up. */
const goneAfter = 2;
/** What is shown of a series moves on with the calendar, so that also what did not change is read again at times. */
const readsAfresh = 7 * 24 * hour;
const mostChanges = 9;

/** What is read, and how; as a hash, since an address may hold a password. */
const readingOf = ({ readFrom, zone }: DeployedSource): string =>
  createHash('sha256').update(`${readFrom} ${zone}`).digest('hex').slice(0, 32);

export const remembersNothing = (source: DeployedSource): Remembered => ({
  read: readingOf(source),
  changes: [],
  failures: 0,
  gone: 0,
});

/** What holds of what was remembered, now that the configuration may be another. */
export const stillHolding = (source: DeployedSource, remembered: Remembered | undefined): Remembered =>
  remembered?.read === readingOf(source) ? remembered : remembersNothing(source);

export const isGone = ({ gone }: Remembered): boolean => gone >= goneAfter;

/** Without what a server could answer «not modified» to, or by which we would, where it is time to read all of it. */
export const afreshInTime = (known: Remembered, now: number): Remembered => {
  if (known.readAt !== undefined && now - Date.parse(known.readAt) < readsAfresh) return known;
  const { validators: _validators, hash: _hash, ...rest } = known;
  return rest;
};

/** What a reading came to, and what it leaves to be remembered; what it says nothing of stays as it was. */
export type Learnt = Readonly<{
  at: string;
  /** Something of it was new. */
  changed: boolean;
  /** Something of it was not. */
  recognised: boolean;
  /** Of the document, if it was read. */
  hash?: string;
  /** Only of a document that was read. */
  revisit?: Revisit;
  expecting?: Expecting;
  /** Undefined where it cannot be said, or was. */
  silentFrom: Instant | undefined;
}>;

/** After it could be read. */
export const afterReading = (
  known: Remembered,
  result: FetchResult,
  { at, changed, recognised, hash, revisit, expecting, silentFrom }: Learnt,
): Remembered => {
  const { moving: _moving, silentFrom: _silent, revisit: before, ...rest } = known;
  const hint = hash === undefined ? before : revisit;
  const validators = result.validators ?? known.validators;
  return {
    ...rest,
    ...moved(known, result.movedTo, at, recognised),
    ...(validators && { validators }),
    ...(hash !== undefined && { hash, readAt: at }),
    ...(result.status === 'fetched' && /^\s*(text\/html|application\/xhtml)/i.test(result.mediaType) && { page: true }),
    ...(hint && { revisit: hint }),
    ...(expecting && { expecting }),
    ...(silentFrom && { silentFrom }),
    lastRead: at,
    changes: changed ? [...known.changes, at].slice(-mostChanges) : known.changes,
    failures: 0,
    gone: 0,
  };
};

/** A learnt address that fails is forgotten, and the one of the configuration asked again. */
export const afterFailure = (known: Remembered, status: number | undefined): Remembered => {
  const { address: _, moving: __, ...rest } = known;
  return { ...rest, failures: known.failures + 1, gone: status === 410 ? known.gone + 1 : 0 };
};

const moved = (
  { moving }: Remembered,
  to: string | undefined,
  at: string,
  recognised: boolean,
): Pick<Remembered, 'moving' | 'address'> => {
  if (to === undefined) return {};
  const told = moving?.to === to ? { ...moving, times: moving.times + 1 } : { to, since: at, times: 1 };
  const { times, atLeast } = movedFor;
  const believed = recognised && told.times >= times && Date.parse(at) - Date.parse(told.since) >= atLeast;
  return believed ? { address: to } : { moving: told };
};
