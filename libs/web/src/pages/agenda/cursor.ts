/** A place in an ordered list, as it travels in an address. */
export type Cursor = Readonly<{ value: string | null; key: string }>;

/** `btoa` takes Latin-1 alone. */
const ascii = (json: string): string =>
  json.replace(/[^ -~]/gu, (letter) =>
    Array.from(
      { length: letter.length },
      (_, index) => `\\u${letter.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

export const writeCursor = ({ value, key }: Cursor): string =>
  btoa(ascii(JSON.stringify([value, key])))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Undefined for what was never written by {@link writeCursor}. */
export const readCursor = (text: string): Cursor | undefined => {
  try {
    const parsed: unknown = JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    if (!Array.isArray(parsed)) return undefined;
    const [value, key] = parsed as unknown[];
    return (value === null || typeof value === 'string') && typeof key === 'string' ? { value, key } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  }
};
