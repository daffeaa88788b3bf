import ICAL from 'ical.js';

/** More than this is no calendar any more: the peer is not asked to go on. */
const most = 50_000;

const two = (number: number): string => String(number).padStart(2, '0');

/** In the oracle's words: see `starts.ts`. */
const form = (time: ICAL.Time): string => {
  const day = `${String(time.year).padStart(4, '0')}${two(time.month)}${two(time.day)}`;
  if (time.isDate) return `d${day}`;
  if (time.zone === ICAL.Timezone.localTimezone)
    return `f${day}T${two(time.hour)}${two(time.minute)}${two(time.second)}`;
  return String(time.toUnixTime());
};

const occurrences = (event: ICAL.Event, from: number, to: number): string[] => {
  if (!event.isRecurring()) {
    const { year } = event.startDate;
    return year >= from && year < to ? [form(event.startDate)] : [];
  }
  const found: string[] = [];
  const iterator = event.iterator();
  for (let count = 0, next = iterator.next(); next && next.year < to && count < most; count++, next = iterator.next()) {
    const startDate = event.getOccurrenceDetails(next).startDate as ICAL.Time;
    if (startDate.year >= from && startDate.year < to) found.push(form(startDate));
  }
  return found;
};

/** The starts of a calendar from one year to another as ical.js reads and expands it. Throws where it does. */
export const startsByIcalJs = (text: string, from: number, to: number): readonly string[] => {
  const parsed = ICAL.parse(text) as unknown[];
  const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]) as object[];
  return calendars.flatMap((calendar) => {
    const component = new ICAL.Component(calendar as never);
    for (const zone of component.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const events = component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const masters = events.filter((event) => !event.isRecurrenceException());
    const orphans: ICAL.Event[] = [];
    for (const exception of events.filter((event) => event.isRecurrenceException())) {
      const master = masters.find(({ uid }) => uid === exception.uid);
      if (master === undefined) orphans.push(exception);
      else master.relateException(exception);
    }
    return [...masters, ...orphans].flatMap((event) => occurrences(event, from, to));
  });
};
