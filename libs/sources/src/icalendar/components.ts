import type { ReadingError } from '../source-format.js';
import { contentLines, type Property } from './content-lines.js';

/** A component, such as VEVENT, with its properties by name and the components in it. */
export type Component = Readonly<{
  name: string;
  properties: ReadonlyMap<string, readonly Property[]>;
  components: readonly Component[];
}>;

type Open = { name: string; properties: Map<string, Property[]>; components: Open[] };

/** Errors of single lines that are told one by one; of the rest only how many there were. */
const mostErrors = 20;
const deepest = 20;
/** More than any calendar has whose events are all read. */
const mostComponents = 25_000;

/**
 * The outermost components of a text, tolerantly: an END that was never begun is ignored, and one that is missing is made up
 * for where the next calendar or event begins.
 */
export const componentsOf = (text: string): { roots: readonly Component[]; errors: readonly ReadingError[] } => {
  const roots: Open[] = [];
  const errors: ReadingError[] = [];
  let open: Open[] = [];
  let unreadable = 0;
  let components = 0;
  let latest: Property[] | undefined;
  for (const { number, text: line, property } of contentLines(text)) {
    if (property === undefined) {
      continueText(latest, line);
      if (unreadable++ < mostErrors)
        errors.push({ where: `line ${number}`, what: `not a content line: «${line.slice(0, 60)}»` });
    } else if (property.name === 'BEGIN') {
      if (++components > mostComponents) {
        errors.push({ where: `line ${number}`, what: `more than ${mostComponents} components; the rest was not read` });
        break;
      }
      const name = property.value.toUpperCase();
      open = stillOpen(open, name);
      const component: Open = { name, properties: new Map(), components: [] };
      (open.at(-1)?.components ?? roots).push(component);
      if (open.length < deepest) open.push(component);
      latest = undefined;
    } else if (property.name === 'END') {
      const begun = open.findLastIndex(({ name }) => name === property.value.toUpperCase());
      if (begun >= 0) open.length = begun;
      latest = undefined;
    } else {
      const properties = open.at(-1)?.properties;
      latest = properties?.get(property.name);
      if (latest) latest.push(property);
      else properties?.set(property.name, (latest = [property]));
    }
  }
  if (unreadable > mostErrors)
    errors.push({ where: 'the calendar', what: `${unreadable - mostErrors} more lines that are no content lines` });
  return { roots, errors };
};

const texts = new Set(['DESCRIPTION', 'X-ALT-DESC', 'COMMENT']);
const longestText = 100_000;

/** A text with line ends in it that nobody folded or escaped goes on in lines that are none of a calendar. */
const continueText = (latest: Property[] | undefined, line: string): void => {
  const last = latest?.at(-1);
  if (latest && last && texts.has(last.name) && last.value.length < longestText)
    latest[latest.length - 1] = { ...last, value: `${last.value}\\n${line.trim()}` };
};

/** Calendars stand in nothing, events and zones in nothing but calendars. */
const stillOpen = (open: Open[], beginning: string): Open[] => {
  if (beginning === 'VCALENDAR') return [];
  if (!['VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'VFREEBUSY'].includes(beginning)) return open;
  return open.slice(0, open.findLastIndex(({ name }) => name === 'VCALENDAR') + 1);
};

/** The first property of a name. */
export const property = (component: Component, name: string): Property | undefined =>
  component.properties.get(name)?.[0];

export const properties = (component: Component, name: string): readonly Property[] =>
  component.properties.get(name) ?? [];

/** A TEXT value with its escapes read (RFC 5545, 3.3.11); undefined where it is missing or blank. */
export const textOf = (component: Component, name: string): string | undefined =>
  unescaped(property(component, name)?.value);

export const unescaped = (value: string | undefined): string | undefined =>
  value
    ?.replace(/\\([\\;,:"nN])/g, (_all, character: string) => (character.toLowerCase() === 'n' ? '\n' : character))
    .trim() || undefined;
