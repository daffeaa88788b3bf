/** One property of a component (RFC 5545, 3.1): its name in capitals, its parameters, its raw value. */
export type Property = Readonly<{ name: string; parameters: Readonly<Record<string, string>>; value: string }>;

/** A component, such as VEVENT, with its properties in order and the components in it. */
export type Component = Readonly<{
  name: string;
  properties: Property[];
  components: Component[];
  /** Lines in it that are no content lines. */
  unreadable: string[];
}>;

const line = /^([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)?)((?:;[^:";]*(?:"[^"]*"[^:";]*)*)*)\s*:(.*)$/s;

const parametersOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/;\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^;]*)/g)].map(([, name = '', value = '']) => [
      name.toUpperCase(),
      value.replace(/^"|"$/g, ''),
    ]),
  );

/** The components of a text, tolerantly: unfolded, an END that was never begun ignored, one that is missing made up for at the end. */
export const componentsOf = (text: string): readonly Component[] => {
  const roots: Component[] = [];
  const open: Component[] = [];
  for (const raw of text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '').split('\n')) {
    if (raw.trim() === '') continue;
    const [, name = '', parameters = '', value = ''] = line.exec(raw) ?? [];
    const within = open.at(-1);
    if (name === '') within?.unreadable.push(raw.slice(0, 80));
    else if (name.toUpperCase() === 'BEGIN') {
      const component: Component = { name: value.trim().toUpperCase(), properties: [], components: [], unreadable: [] };
      (within?.components ?? roots).push(component);
      open.push(component);
    } else if (name.toUpperCase() === 'END') {
      const begun = open.findLastIndex((component) => component.name === value.trim().toUpperCase());
      if (begun >= 0) open.length = begun;
    } else within?.properties.push({ name: name.toUpperCase(), parameters: parametersOf(parameters), value: value.trim() });
  }
  return roots;
};

/** The first property of a name. */
export const property = (component: Component, name: string): Property | undefined =>
  component.properties.find((one) => one.name === name);

/** A TEXT value with its escapes read (RFC 5545, 3.3.11); undefined where it is missing or blank. */
export const textOf = (component: Component, name: string): string | undefined => {
  const text = property(component, name)
    ?.value.replace(/\\([\\;,nN])/g, (_all, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
    .trim();
  return text || undefined;
};
