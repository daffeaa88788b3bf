/** The fields of one block of a report, by their names in small letters; the first of several counts. */
export type Fields = ReadonlyMap<string, string>;

/** Blocks of header fields with empty lines between them, as reports have them (RFC 3464, 2.1; RFC 5965, 3). */
export const fieldBlocks = (text: string): readonly Fields[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const [, name = '', value = ''] = /^([\x21-\x39\x3b-\x7e]{1,100}):[ \t]*(.*)$/.exec(line) ?? [];
        if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
      }
      return fields;
    })
    .filter(({ size }) => size > 0);

/** The address of a field such as `rfc822; alice@exemple.test`, also where its type is missing. */
export const addressIn = (value: string | undefined): string | undefined =>
  /([^\s<>;,"()]{1,64}@[^\s<>;,"()]{1,255})/.exec((value ?? '').slice(0, 1_000))?.[1]?.toLowerCase();
