import { isSkipped, type Announced } from '@relais/sources';
import { isLocalDate, type LocalDate, type Place, type TimeZone } from '@relais/vocabulary';
import type { Announcing } from '@relais/web';

export type Values = Readonly<Record<string, string>>;
type Errors = NonNullable<Announcing['errors']>;

const longest: Readonly<Record<string, number>> = { titre: 300, description: 20_000, lien: 2_000 };
const usualLongest = 300;

/** A day as a browser sends it, or as people write it where theirs has no field for days. */
const dayOf = (text: string): LocalDate | undefined => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const date = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isLocalDate(date) ? date : undefined;
};

const timeOf = (text: string): string | undefined => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})\s?[:hH.]\s?(\d{2})?(?::\d{2})?$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
};

const linkOf = (text: string): string | undefined => {
  const url = URL.parse(text);
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
};

const placeOf = (said: (field: string) => string): Place => ({
  ...(said('lieu') && { name: said('lieu') }),
  ...(said('adresse') && { address: said('adresse') }),
  ...(said('codepostal') && { postalCode: said('codepostal') }),
  ...(said('ville') && { city: said('ville') }),
});

/** What is wrong with when it is said to be; nothing where it is all right. */
const wrongTimes = (said: (field: string) => string, zone: TimeZone): Errors => {
  const [date, until] = [dayOf(said('date')), dayOf(said('jusquau'))];
  const [starts, ends] = [timeOf(said('debut')), timeOf(said('fin'))];
  const allDay = said('journee') === 'oui';
  const skipped = date !== undefined && starts !== undefined && !allDay && isSkipped(date, starts, zone);
  const isBefore = date !== undefined && until !== undefined && until < date;
  const endsFirst =
    until !== undefined && until === date && starts !== undefined && ends !== undefined && ends <= starts;
  return {
    ...(date === undefined && { date: said('date') === '' ? 'missing' : 'not-a-date' }),
    ...(said('jusquau') !== '' &&
      (until === undefined ? { jusquau: 'not-a-date' } : isBefore && { jusquau: 'before-first' })),
    ...(starts === undefined && !allDay && { debut: said('debut') === '' ? 'no-time' : 'not-a-time' }),
    ...(skipped && { debut: 'no-such-time' }),
    ...(said('fin') !== '' &&
      !allDay &&
      (ends === undefined ? { fin: 'not-a-time' } : endsFirst && { fin: 'before-start' })),
  };
};

/** What was filled in as an announcement, or what is wrong with it, field by field. Times are those where the assembly is. */
export const filledIn = (
  values: Values,
  zone: TimeZone,
): Readonly<{ announced: Announced }> | Readonly<{ errors: Errors }> => {
  const said = (field: string): string => (values[field] ?? '').trim();
  const tooLong = Object.keys(values).filter((field) => said(field).length > (longest[field] ?? usualLongest));
  const errors: Errors = {
    ...(said('titre') === '' && { titre: 'missing' }),
    ...wrongTimes(said, zone),
    ...(said('lien') !== '' && linkOf(said('lien')) === undefined && { lien: 'not-a-link' }),
    ...Object.fromEntries(tooLong.map((field) => [field, 'too-long' as const])),
  };
  if (Object.keys(errors).length > 0) return { errors };
  const allDay = said('journee') === 'oui';
  const until = dayOf(said('jusquau'));
  return {
    announced: {
      title: said('titre'),
      date: dayOf(said('date')),
      until: until === dayOf(said('date')) ? undefined : until,
      starts: allDay ? undefined : timeOf(said('debut')),
      ends: allDay ? undefined : timeOf(said('fin')),
      place: placeOf(said),
      link: said('lien') === '' ? undefined : linkOf(said('lien')),
      description: said('description'),
      aliases: said('alias') === '' ? [] : said('alias').split('\n').slice(0, 5),
    },
  };
};
