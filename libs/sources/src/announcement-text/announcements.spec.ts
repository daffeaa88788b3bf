import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposedFields, type Proposal } from './proposal.js';

type Case = Readonly<{ text: string; expected: Omit<Proposal, 'description'> }>;
const cases = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'announcements.json'), 'utf8')) as Case[];

/** A Wednesday. */
const reader = { now: '2026-11-25T09:00:00Z', zone: 'Europe/Paris', city: 'Lille' };
const read = (text: string, at = reader.now) => proposedFields(text, { ...reader, now: at });
const doubtsOf = (text: string, at?: string) => read(text, at).doubts.map(({ about }) => about);

describe('an announcement', () => {
  it('is tried with many that people wrote', () => {
    expect(cases.length).toBeGreaterThan(50);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });

  it.each(cases)('is read as expected: $text', ({ text, expected }) => {
    const { description, ...said } = read(text);
    expect(said).toEqual(expected);
    expect(description).toBe(text);
  });
});

describe('what is not said', () => {
  it('is never filled in without a word of it', () => {
    for (const { text, expected } of cases) {
      const about = new Set(expected.doubts.map((doubt) => doubt.about));
      expect([text, about.has('no-date')]).toEqual([text, expected.date === undefined]);
      expect([text, about.has('no-title')]).toEqual([text, expected.title === undefined]);
      expect([text, about.has('no-place')]).toEqual([text, expected.place === undefined]);
      expect([text, about.has('no-time') || about.has('all-day-assumed')]).toEqual([
        text,
        expected.starts === undefined,
      ]);
      const year = expected.date?.slice(0, 4) ?? '';
      const isSaid = text.includes(year) || new RegExp(String.raw`[/.]${year.slice(2)}\b`).test(text);
      const marks = ['year-assumed', 'month-assumed', 'day-reckoned'] as const;
      if (!isSaid) expect([text, marks.some((mark) => about.has(mark))]).toEqual([text, true]);
    }
  });

  it('is a year: that of the next time the day comes, which is today still', () => {
    expect(read('le 25 novembre à 18h').date).toBe('2026-11-25');
    expect(read('le 24 novembre à 18h').date).toBe('2027-11-24');
    expect(doubtsOf('le 24 novembre à 18h')).toContain('year-assumed');
  });

  it('is a year that the weekday tells: of a day that has just been', () => {
    expect(read('Mardi 24 novembre à 18h')).toMatchObject({ date: '2026-11-24' });
    expect(doubtsOf('Mardi 24 novembre à 18h')).toEqual(expect.arrayContaining(['year-assumed', 'past']));
  });

  it('is counted from the day where the assembly is, not from that of Greenwich', () => {
    expect(read('demain à 18h', '2026-11-25T23:30:00Z').date).toBe('2026-11-27');
    expect(read('ce soir à 23h', '2026-06-30T22:30:00Z').date).toBe('2026-07-01');
  });
});

describe('a text that is hard to read', () => {
  it.each([
    ...[
      '1/',
      'lundi ',
      '12h ',
      '21 au ',
      'le 21      ',
      '12 rue ',
      'Monday 5 ',
      'lundi 5 et ',
      '12h à ',
      'http://',
      '((',
      '\n',
    ],
    ...['5 janvier au ', 'à la ', '¦', '59000 ', 'tous les '],
  ])('is read to its end, and shortened where it is very long: %j', (piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length));
    expect(read(text).description.length).toBeLessThanOrEqual(text.length);
    if (text.trim().length > 8_000 && piece !== 'le 21      ') expect(doubtsOf(text)).toContain('shortened');
  });

  it('keeps nothing that no text has', () => {
    expect(read('Fête\u0000 \ud800le 3 décembre 2026').description).toBe('Fête \ufffdle 3 décembre 2026');
    expect(read('').doubts.map(({ about }) => about)).toEqual(['no-title', 'no-date', 'no-time', 'no-place']);
  });
});
