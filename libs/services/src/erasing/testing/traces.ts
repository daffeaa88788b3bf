import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The middle of what a text is in base64, wherever it stands in what is encoded: three ways, by where its first byte falls. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64');
    // The first and the last characters depend on the neighbours.
    return encoded.slice(before === 0 ? 0 : before + 1, -4);
  });

const quoted = (text: string, mark: string, of: RegExp): string =>
  text.replace(of, (sign) => `${mark}${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** The forms in which a file can hold an address: those that any case of letters is one of, and those in base64. */
const formsOf = (address: string) => {
  const user = address.split('@')[0] ?? '';
  const [written, lower] = [address, address.toLowerCase()];
  return {
    anyCase: [
      ...[lower, user.toLowerCase(), lower.replace('@', '=')],
      ...[
        quoted(lower, '=', /@/g),
        encodeURIComponent(lower).toLowerCase(),
        quoted(lower, '%', /[^a-z0-9]/g),
        quoted(lower, '=', /[^a-z0-9]/g),
      ],
      ...[Buffer.from(lower).toString('hex'), lower.split('').join('\0')],
    ],
    exact: [...inBase64(written), ...inBase64(lower), ...inBase64(user)].flatMap((form) => [
      form,
      form.replaceAll('+', '-').replaceAll('/', '_'),
    ]),
  };
};

/** Whether bytes hold an address, plainly or as mail, the web and JSON write it. */
export const holds = (bytes: Buffer, address: string): boolean => {
  const { anyCase, exact } = formsOf(address);
  const text = bytes.toString('latin1');
  // Mail breaks a line wherever it likes; a database does not.
  const isMail = !text.startsWith('SQLite format 3');
  const joined = isMail ? [text, text.replaceAll('=\r\n', ''), text.replaceAll(/\r?\n/g, '')] : [text];
  return joined.some(
    (one) => exact.some((form) => one.includes(form)) || anyCase.some((form) => one.toLowerCase().includes(form)),
  );
};

/** The files below a folder that hold an address, in their bytes or in their names. */
export const tracesOf = (address: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holds(Buffer.from(relative(folder, file)), address) || holds(readFileSync(file), address))
    .map((file) => relative(folder, file));

/** The files below a folder that hold a piece of a text, however it was cut into pages: any sixteen characters of it. */
export const piecesOf = (text: string, folder: string): string[] => {
  const pieces = Array.from({ length: Math.floor(text.length / 16) }, (_, n) => text.slice(n * 16, n * 16 + 16));
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const held = readFileSync(file);
      return pieces.some((piece) => held.includes(piece));
    })
    .map((file) => relative(folder, file));
};
