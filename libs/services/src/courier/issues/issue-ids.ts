import type { Cadence } from '@relais/digest';
import { weekdayOf } from '@relais/mailing-list';
import {
  addDays,
  localTime,
  type Instant,
  type IssueId,
  type ListId,
  type LocalDate,
  type TimeZone,
} from '@relais/vocabulary';

/** The year and week of ISO 8601: a week belongs to the year of its Thursday. */
const weekOf = (date: LocalDate): string => {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-w${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
};

/** How the issue of a list is called that is for a moment, as it is where its assembly is. */
export const issueId = (list: ListId, cadence: Cadence, moment: Instant, zone: TimeZone): IssueId => {
  const { date, time } = localTime(moment, zone);
  const hour = `${date}T${time.replace(':', '')}`;
  const names: Record<Cadence, string> = {
    month: date.slice(0, 7),
    week: `${weekOf(date)}-${weekdayOf(date)}`,
    day: date,
    event: hour,
    notice: `avis-${hour}`,
  };
  return `${list}-${names[cadence]}` as IssueId;
};

const endings: readonly (readonly [Cadence, RegExp])[] = [
  ['notice', /-avis-\d{4}-\d\d-\d\dT\d{4}$/],
  ['event', /-\d{4}-\d\d-\d\dT\d{4}$/],
  ['day', /-\d{4}-\d\d-\d\d$/],
  ['week', /-\d{4}-w\d\d-\d$/],
];

/** Whom an issue is for, by what it is called. */
export const cadenceOf = (issue: IssueId): Cadence => endings.find(([, ending]) => ending.test(issue))?.[0] ?? 'month';

export const isNotice = (issue: IssueId): boolean => cadenceOf(issue) === 'notice';

/** Issues of one chain follow one another: each begins where the one before it ended. Those of a week have one for each day. */
export const chainOf = (issue: IssueId, list: ListId): string => {
  const cadence = cadenceOf(issue);
  return cadence === 'week' ? `${list} week ${issue.slice(-1)}` : `${list} ${cadence}`;
};

/** What issues of a moment are called, each worked out once. */
export class IssueNames {
  #moment: Instant | undefined;
  readonly #names = new Map<string, IssueId>();

  of({ id, zone }: Readonly<{ id: ListId; zone: TimeZone }>, cadence: Cadence, moment: Instant): IssueId {
    if (moment !== this.#moment) this.#names.clear();
    this.#moment = moment;
    const key = `${cadence} ${id}`;
    const name = this.#names.get(key) ?? issueId(id, cadence, moment, zone);
    this.#names.set(key, name);
    return name;
  }
}
