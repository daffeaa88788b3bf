import type { Preferences } from '@relais/mailing-list';
import { wouldReceive, type TellableIssue } from '@relais/digests';
import type { DeployedList } from '../../wiring/deployment.js';
import type { Intention } from './intentions.js';
import { carrierOf, type Receiver } from './roster.js';

/**
 * The lists that somebody has one letter of: those of the cities that the subscription carrying their preferences names, and those
 * of their other subscriptions. Each city once, the carrier's own first.
 */
export const listsFor = (receiver: Receiver, lists: readonly DeployedList[]): readonly DeployedList[] => {
  const carrier = carrierOf(receiver);
  if (carrier === undefined) return [];
  const own = [carrier, ...receiver.members.filter((one) => one !== carrier && one.confirmedAt !== undefined)];
  const { cities } = carrier.preferences;
  const wanted = (list: DeployedList): boolean =>
    cities === 'all' ||
    cities.includes(list.assembly) ||
    own.slice(1).some((one) => one.list.assembly === list.assembly);
  const found = new Map<string, DeployedList>();
  for (const list of [...own.map((one) => one.list), ...lists])
    if (wanted(list) && !found.has(list.assembly)) found.set(list.assembly, list);
  return [...found.values()];
};

/** Whether somebody has a letter of issues: asked once for all who want the same of the same. */
export class Wanted {
  readonly #known = new Map<Preferences, Map<string, boolean>>();

  of(preferences: Preferences, issues: readonly TellableIssue[]): boolean {
    const of = this.#known.get(preferences) ?? new Map<string, boolean>();
    this.#known.set(preferences, of);
    const key = issues.map(({ issue }) => issue).join(' ');
    const known = of.get(key) ?? 'facts' in wouldReceive(preferences, issues);
    of.set(key, known);
    return known;
  }

  /** Somebody's letter of these issues; undefined where they have nothing to say to them. */
  letter(receiver: Receiver, issues: readonly TellableIssue[]): Intention | undefined {
    const carrier = carrierOf(receiver);
    const [first, ...others] = issues;
    if (!carrier || !first || !this.of(carrier.preferences, issues)) return undefined;
    const about = `digest ${first.issue} ${carrier.subscription}`;
    const further = others.map(({ issue }) => issue);
    return { about, member: carrier, purpose: 'digest', issue: first.issue, further };
  }
}
