import type { Instant } from '@relais/vocabulary';
import { calendarDocument, type CalendarEvent, type SampleCalendar } from './calendar-document.js';
import { nextOccurrences, type Occurrence } from './occurrences.js';
import { rhythms, type Rhythm } from './rhythms.js';
import { sampleUuid } from './uuid.js';

/** How many months of the programme are made. */
const months = 4;

const said = 'Exemple : un programme inventé au rythme de l’assemblée, pour la démonstration.';

const eventOf = (
  { title, location }: Rhythm,
  { starts, ends }: Occurrence,
  uid: string,
  url: string,
): CalendarEvent => ({
  uid,
  title: `[exemple] ${title}`,
  description: said,
  starts,
  ends,
  location,
  url,
});

/** Hosts below `.example` lead nowhere (RFC 2606): nobody is sent to a gathering that there is not. */
const platforms: Record<Rhythm['platform'], (rhythm: Rhythm, occurrence: Occurrence) => CalendarEvent> = {
  Meetup: (rhythm, occurrence) => {
    const id = `${rhythm.id}-${occurrence.day}`;
    return eventOf(
      rhythm,
      occurrence,
      `event_${id}@meetup.example`,
      `https://meetup.example/${rhythm.id}/events/${id}/`,
    );
  },
  Mobilizon: (rhythm, occurrence) => {
    const uuid = sampleUuid(`${rhythm.id}-${occurrence.day}`);
    return eventOf(rhythm, occurrence, uuid, `https://mobilizon.example/events/${uuid}`);
  },
};

const onDemosphere = (rhythm: Rhythm, occurrence: Occurrence): CalendarEvent => {
  const url = `https://${rhythm.id}.demosphere.example/rv/${occurrence.day.replaceAll('-', '')}`;
  return eventOf(rhythm, occurrence, url, url);
};

/** Two months of every four: such a gathering is announced twice, as assemblies do. */
const isCrossPosted = ({ month }: Occurrence): boolean => month % 4 < 2;

const calendar = (
  platform: string,
  { zone, title }: Rhythm,
  madeAt: Instant,
  events: readonly CalendarEvent[],
): SampleCalendar => ({
  product: `-//${platform}//Relais exemple//FR`,
  name: `${title} sur ${platform} (exemple)`,
  description: said,
  zone,
  times: platform === 'Mobilizon' ? 'zone-named' : 'zone-described',
  madeAt,
  events,
});

const documentsOf = (rhythm: Rhythm, now: Instant): [string, string][] => {
  const { id, platform, crossPosted } = rhythm;
  const occurrences = nextOccurrences(rhythm, now, months);
  const own = occurrences.map((one) => platforms[platform](rhythm, one));
  const again = occurrences.filter(isCrossPosted).map((one) => onDemosphere(rhythm, one));
  const file = (name: string, on: string, events: readonly CalendarEvent[]): [string, string] => [
    name,
    calendarDocument(calendar(on, rhythm, now, events)),
  ];
  return [
    file(`${id}-programme.ics`, platform, own),
    ...(crossPosted ? [file(`${id}-programme-demosphere.ics`, 'Démosphère', again)] : []),
  ];
};

/** The sample documents of the programme to come, by file name, dated from a moment. Every title says that it is an example. */
export const programme = (now: Instant): ReadonlyMap<string, string> =>
  new Map(rhythms.flatMap((rhythm) => documentsOf(rhythm, now)));
