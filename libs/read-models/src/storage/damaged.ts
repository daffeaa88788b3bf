/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const damaged = [11, 26];

/** Whether an error says that a file is no whole database. What it held is in the log. */
export const isDamaged = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && damaged.includes(Number(error.errcode));
