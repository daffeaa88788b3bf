import { calendarReply } from './calendar-reply.js';

const calendar = (partstat: string, method = 'REPLY'): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:lille-11@relais.te', ' st'],
    ...[
      `ATTENDEE;CN="Alice";PARTSTAT=${partstat};`,
      ' RSVP=TRUE:mailto:alice@exemple.test',
      'END:VEVENT',
      'END:VCALENDAR',
    ],
  ].join('\r\n');

describe('an answer of a calendar program', () => {
  it.each([
    ['ACCEPTED', 'yes'],
    ['TENTATIVE', 'maybe'],
    ['DECLINED', 'no'],
  ])('is read: %s', (partstat, answer) =>
    expect(calendarReply(calendar(partstat))).toEqual({ uid: 'lille-11@relais.test', answer }),
  );

  it.each([
    ['that says nothing yet', calendar('NEEDS-ACTION')],
    ['that proposes another time', calendar('ACCEPTED', 'COUNTER')],
    ['that invites', calendar('ACCEPTED', 'REQUEST')],
    ['without any name', calendar('ACCEPTED').replace(/UID:[^\r]*\r\n st/, 'SUMMARY:x')],
    ['that is none', 'rien'],
  ])('is none: one %s', (_what, text) => expect(calendarReply(text)).toBeUndefined());
});
