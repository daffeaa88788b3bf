/** Whether a line is of the encoding of vCalendar 1.0, and goes on in the next: what is quoted may end in `=`. */
export const goesOn = (line: string): boolean =>
  line.endsWith('=') && /^[^:]{0,200};ENCODING=QUOTED-PRINTABLE/i.test(line);

/** A value as it was meant, by its parameter ENCODING: bytes of UTF-8, else of windows-1252, its line ends escaped as others are. */
export const decodedValue = (value: string, encoding: string | undefined): string => {
  if (encoding?.toUpperCase() !== 'QUOTED-PRINTABLE') return value;
  return value.replace(/(?:=[\dA-F]{2})+/gi, (written) => {
    const bytes = Buffer.from(written.replaceAll('=', ''), 'hex');
    const text = new TextDecoder('utf-8').decode(bytes);
    const decoded = text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : text;
    return decoded.replace(/\r\n|\r|\n/g, '\\n');
  });
};
