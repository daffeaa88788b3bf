/** Why a line of a file is not taken. */
export const whys = [
  'unreadable',
  'too-long',
  'no-address',
  'several-addresses',
  'control-character',
  'quoted',
  'local-part',
  'domain',
  'repeated',
  'receives-nothing',
] as const;
export type Why = (typeof whys)[number];

/** Somebody as a file names them, not judged yet. */
export type Entry = Readonly<{
  line: number;
  address: string;
  language?: string;
  since?: string;
  /** The list had them and sent them nothing: they, or it, had turned that off. */
  receivesNothing?: boolean;
}>;

/** A line of a file that names somebody, or nobody can tell whom. Lines are numbered from 1. */
export type Line = Entry | Readonly<{ line: number; why: Why }>;

/** A line of text; one that is cut was longer than anybody's. */
export type TextLine = Readonly<{ line: number; text: string; isCut: boolean }>;
