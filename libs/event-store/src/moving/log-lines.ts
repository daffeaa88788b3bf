import type { Extent, Numbered } from './chain-of.js';

/**
 * The lines of an exported log, each a JSON object: what it is and where it begins, then one event a line, then how far
 * it goes. Each event says its hash in the chain, so that the first line that is not as it was written can be named.
 */
export type Header = Readonly<{ relais: 'log'; format: number; after: Extent; exportedAt: string }>;
export type Trailer = Readonly<{ end: 'log'; events: number; hash: string }>;

/** The format that this version writes and reads. */
export const logFormat = 1;

export const headerLine = (after: Extent, exportedAt: string): string =>
  JSON.stringify({ relais: 'log', format: logFormat, after, exportedAt } satisfies Header);

export const trailerLine = ({ events, hash }: Extent): string =>
  JSON.stringify({ end: 'log', events, hash } satisfies Trailer);

/** What a text is when it is written anew: the same, if it can stand as a value and be had back letter by letter. */
const rewritten = (text: string): string | undefined => {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** A stored text as a value where it comes back exactly so, and otherwise as a string under a name that says so. */
const member = (name: 'metadata' | 'data', text: string): string =>
  rewritten(text) === text ? `"${name}":${text}` : `"${name}Text":${JSON.stringify(text)}`;

export const eventLine = ({ number, position, id, stream, version, type, recordedAt, ...link }: Numbered): string => {
  const place = JSON.stringify({ number, position: String(position), id, stream, version, type, recordedAt });
  const { metadata, data, hash } = link;
  return `${place.slice(0, -1)},${member('metadata', metadata)},${member('data', data)},"hash":"${hash}"}`;
};

type Parsed = Readonly<Record<string, unknown>>;

/** The object of a line; undefined for anything else. */
export const parsedLine = (line: string): Parsed | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Parsed) : undefined;
  } catch {
    return undefined;
  }
};

const isExtent = (value: unknown): value is Extent => {
  const { events, hash } = (value ?? {}) as Partial<Extent>;
  return Number.isSafeInteger(events) && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
};

/** What a first line says; undefined where it is not one of ours. */
export const headerOf = (line: string | undefined): Header | undefined => {
  const value = parsedLine(line ?? '');
  return value?.['relais'] === 'log' && Number.isSafeInteger(value['format']) && isExtent(value['after'])
    ? (value as Header)
    : undefined;
};

export const trailerOf = (line: string): Trailer | undefined => {
  const value = parsedLine(line);
  return value?.['end'] === 'log' && isExtent(value) ? (value as unknown as Trailer) : undefined;
};

const textOf = (value: Parsed, name: 'metadata' | 'data'): string | undefined => {
  const text: unknown = value[`${name}Text`] ?? JSON.stringify(value[name]);
  return typeof text === 'string' ? text : undefined;
};

/** The event of a line; undefined where it is none. Whether it is the one that was written, its hash says. */
export const eventOf = (line: string): Numbered | undefined => {
  const value = parsedLine(line);
  if (value === undefined) return undefined;
  const { number, position, id, stream, version, type, recordedAt, hash } = value;
  const [metadata, data] = [textOf(value, 'metadata'), textOf(value, 'data')];
  const texts = [id, stream, type, recordedAt, hash, metadata, data];
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(version)) return undefined;
  if (typeof position !== 'string' || !/^\d{1,20}$/.test(position)) return undefined;
  if (texts.some((text) => typeof text !== 'string')) return undefined;
  return { ...value, metadata, data, position: BigInt(position) } as unknown as Numbered;
};
