/** Names of members as JSON, each written once: there are few of them, and every row that is projected has some. */
const names = new Map<string, string>();
const mostNames = 5_000;

const quoted = (name: string): string => {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(name)}:`;
  if (names.size < mostNames) names.set(name, text);
  return text;
};

const ofList = (list: readonly unknown[]): string => {
  let text = '';
  for (const member of list) text += text === '' ? canonicalJson(member) : `,${canonicalJson(member)}`;
  return `[${text}]`;
};

/** JSON with sorted keys and without undefined members, so that equal values give equal text (in the manner of RFC 8785). */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return ofList(value);
  let text = '';
  // In one pass: every row that is projected goes through here. Keys sort by their UTF-16 units, as the RFC wants.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(key)}${canonicalJson(member)}`;
  }
  return `{${text}}`;
};
