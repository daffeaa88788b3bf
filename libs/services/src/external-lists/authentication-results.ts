/** One result of an Authentication-Results header (RFC 8601), such as `dkim=pass header.d=exemple.test`. */
export type AuthenticationResult = Readonly<{
  method: string;
  result: string;
  properties: ReadonlyMap<string, string>;
}>;

const longest = 10_000;

/** Without comments, which may be within one another; parts are between semicolons that stand in no quotes. */
const partsOf = (value: string): string[] => {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const character of value.slice(0, longest)) {
    if (depth === 0 && character === '"') quoted = !quoted;
    else if (!quoted && character === '(') depth++;
    else if (!quoted && character === ')') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (!quoted && character === ';') parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
};

const pairs = (part: string): (readonly [name: string, value: string])[] =>
  part
    .replace(/\s*([=/])\s*/g, '$1')
    .split(/\s+/)
    .flatMap((word) => {
      const at = word.indexOf('=');
      return at > 0 ? [[word.slice(0, at).toLowerCase(), word.slice(at + 1).toLowerCase()] as const] : [];
    });

/**
 * What the server of this name found; nothing where the header is another's, since anybody can write one. Its name may be followed
 * by a version.
 */
export const resultsBy = (authservId: string, header: string): readonly AuthenticationResult[] => {
  const [name = '', ...parts] = partsOf(header);
  if (name.split(/[\s/]/)[0]?.toLowerCase() !== authservId.toLowerCase()) return [];
  return parts.flatMap((part) => {
    const [first, ...properties] = pairs(part);
    if (first === undefined) return [];
    const [method = ''] = first[0].split('/');
    return [{ method, result: first[1], properties: new Map(properties) }];
  });
};
