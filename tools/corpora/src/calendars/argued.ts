/** Why a calendar is read otherwise than the oracle has it, by the file's name. Others of its differences would be ours to mend. */
export const argued: Readonly<Record<string, string>> = {
  'Office-2012-owa.ics':
    'TZID describes its zone by offset and cities: read as that zone; the oracle leaves the times without one',
  'windows-quoted-tz-rrule.ics':
    'TZID describes Eastern Time: read as New York; the oracle has the zone of DTEND, Los Angeles, three hours off',
  'test_with_int_tzid.ics':
    'TZID « 1 » is defined by the calendar, and read so; the oracle does not find the definition behind the space',
  'bad_ms_tz.ics':
    'the calendar defines the zone « Customized Time Zone » itself (UTC-5): the oracle puts another of that name in its place (UTC+2)',
  'bad_custom_ms_tz.ics':
    'a DURATION of no form that there is: the day is kept, without an end; the oracle loses the event',
  'bad_custom_ms_tz2.ics': 'as bad_custom_ms_tz.ics',
  'daily-count-exdate-recurrence-id.ics':
    'an occurrence that ends before it begins: its start is kept, its end is not; the oracle exchanges the two',
  'non-utc-until-ny.ics':
    'UNTIL without Z is of the wall clock that DTSTART has: the last day counts; the oracle reads it as UTC and loses that day',
  'google_birthday.ics':
    'RDATE is a day with a Z behind it: read as the day; the oracle loses the event, its DTSTART included',
  'restriction.ics':
    'an occurrence without a DTSTART is when its RECURRENCE-ID says, until somebody moves it; the oracle loses it',
};
