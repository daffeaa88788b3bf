import { addDays, localTime, type Instant, type LocalDate } from '@relais/vocabulary';
import { calendarDocument, type CalendarEvent } from './calendar-document.js';
import { rhythms, type Rhythm } from './rhythms.js';

/** How many months of the programme are made. */
const months = 4;

const firstOfMonth = (date: LocalDate, ahead: number): LocalDate => {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + ahead, 1)).toISOString().slice(0, 10);
};

const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The day of a month that is its nth weekday, or its last (`-1`). */
const dayIn = (first: LocalDate, { weekday, nth }: Rhythm): LocalDate => {
  if (nth > 0) return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
  const last = addDays(firstOfMonth(first, 1), -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
};

/** The gatherings to come of one rhythm: those of four months, none of them past. */
const gatheringsOf = (rhythm: Rhythm, now: Instant): CalendarEvent[] => {
  const today = localTime(now, rhythm.zone).date;
  return Array.from({ length: months + 1 }, (_, ahead) => dayIn(firstOfMonth(today, ahead), rhythm))
    .filter((day) => day > today)
    .slice(0, months)
    .map((day) => {
      const [year = 0, month = 1] = day.split('-').map(Number);
      const [start, end] = rhythm.hours[(year * 12 + month) % rhythm.hours.length] ?? ['18:00', '20:00'];
      return {
        uid: `${rhythm.id}-${day}@relais.exemple`,
        title: `[exemple] ${rhythm.title}`,
        starts: `${day}T${start}`,
        ends: `${day}T${end}`,
        location: rhythm.location,
        url: `https://exemple.test/${rhythm.id}/${day}`,
      };
    });
};

const said = 'Exemple : un programme inventé au rythme de l’assemblée, pour la démonstration.';

/** The sample documents of the programme to come, by file name, dated from a moment. Every title says that it is an example. */
export const programme = (now: Instant): ReadonlyMap<string, string> =>
  new Map(
    rhythms.flatMap((rhythm) => {
      const events = gatheringsOf(rhythm, now);
      const document = { description: said, zone: rhythm.zone };
      const own = calendarDocument({
        ...document,
        product: `-//${rhythm.platform}//Relais exemple//FR`,
        name: `${rhythm.platform} ${rhythm.id} (exemple)`,
        events,
      });
      // Every other gathering is announced a second time, elsewhere and under another UID, as assemblies do.
      const again = events
        .filter((_, index) => index % 2 === 0)
        .map((event, index) => ({ ...event, uid: `rv-${index}-${event.uid}`, url: `https://ailleurs.exemple.test/${event.uid}` }));
      const other = calendarDocument({ ...document, product: '-//Demosphere//Relais exemple//FR', name: `Démosphère ${rhythm.id} (exemple)`, events: again });
      const files: [string, string][] = [[`${rhythm.id}-programme.ics`, own]];
      return rhythm.crossPosted ? [...files, [`${rhythm.id}-programme-demosphere.ics`, other] as [string, string]] : files;
    }),
  );
