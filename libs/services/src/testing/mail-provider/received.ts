/** A letter as it lies in a mailbox. */
const text = (letter: Buffer): string => letter.toString('latin1').replace(/\r?\n/g, '\r\n');

/** One header, with what it is folded from; empty where it is missing. */
export const headerOf = (letter: Buffer, name: string): string =>
  new RegExp(`^${name}:(.*(?:\r\n[ \t].*)*)`, 'im').exec(text(letter).split('\r\n\r\n')[0] ?? '')?.[1]?.trim() ?? '';

const without = (letter: string, names: string): string =>
  letter.replace(new RegExp(`^(?:${names}):.*\r\n(?:[ \t].*\r\n)*`, 'gim'), '');

/** What left: without what each station on the way wrote upon it (RFC 5321, 4.4). Its lines end as on the wire. */
export const asItLeft = (letter: Buffer): string => {
  const [head = '', ...body] = text(letter).split('\r\n\r\n');
  const trace = 'Return-Path|Delivered-To|Received|Authentication-Results';
  return [without(`${head}\r\n`, trace).slice(0, -2), ...body].join('\r\n\r\n');
};

/** The same, before it was signed. */
export const unsigned = (letter: string): string => {
  const [head = '', ...body] = letter.split('\r\n\r\n');
  return [without(`${head}\r\n`, 'DKIM-Signature').slice(0, -2), ...body].join('\r\n\r\n');
};
