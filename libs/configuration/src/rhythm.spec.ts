import { readConfiguration } from './read-configuration.js';
import { lille, problemsIn } from './testing/problems.js';

const plan = {
  id: 'lille-assemblees',
  title: 'Assemblée des communs de Lille',
  rule: 'FREQ=MONTHLY;BYDAY=-1TH',
  from: '2026-01-01',
  times: '[12:00, 18:00]',
};
/** A file whose first rhythm begins in line 8 with its id, and says each of these on a line of its own. */
const fileOf = (changed: Readonly<Record<string, string>> = {}, other = ''): string => {
  const lines = Object.entries({ ...plan, ...changed }).map(([name, value]) => `${name}: ${value}`);
  return `${lille}    rhythms:\n      - ${lines.join('\n        ')}\n${other}`;
};
const rhythmIn = (text: string) => readConfiguration(text, 'relais.yaml').assemblies[0]?.rhythms[0];

describe('the rhythm of an assembly in relais.yaml', () => {
  it('is a rule of days, and hours in turn', () => {
    expect(rhythmIn(fileOf())).toEqual({ ...plan, times: ['12:00', '18:00'], skip: [] });
  });

  it('may say until when, how long, where, and which days are skipped and why', () => {
    const more = {
      until: '2026-12-31',
      minutes: '120',
      place: '{ name: MRES, address: 23 rue Gosselet, city: Lille }',
    };
    const skip = '[2026-03-26, { date: 2026-12-31, note: réveillon }, { date: 2026-01-29 }]';
    expect(rhythmIn(fileOf({ ...more, skip }))).toMatchObject({
      ...{ until: '2026-12-31', minutes: 120, place: { name: 'MRES', address: '23 rue Gosselet', city: 'Lille' } },
      skip: [{ date: '2026-03-26' }, { date: '2026-12-31', note: 'réveillon' }, { date: '2026-01-29' }],
    });
  });

  it.each<[string, string, number, string, string]>([
    ['rule', 'dernier jeudi', 10, 'rule', 'expected a rule (RFC 5545), such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['rule', 'FREQ=DAILY;BYHOUR=18', 10, 'rule', 'expected a rule of days; hours stand in times'],
    ['rule', 'FREQ=DAILY;COUNT=1000000', 10, 'rule', 'expected COUNT=a number from 1 to 1000'],
    ['rule', 'FREQ=MONTHLY;BYDAY=6TH', 10, 'rule', 'expected a rule that comes to pass between from and until'],
    ['rule', '4', 10, 'rule', 'expected a rule, such as FREQ=MONTHLY;BYDAY=-1TH'],
    ['from', '2026-02-30', 11, 'from', 'expected a day, such as 2026-01-29'],
    ['from', '0001-01-01', 11, 'from', 'expected a day from 1970-01-01 on'],
    ['until', '2025-12-31', 13, 'until', 'expected no day before from'],
    ['times', '[18:00, 25:00]', 12, 'times[1]', 'expected an hour from 00:00 to 23:59, such as 18:00'],
    ['times', '[9:30]', 12, 'times[0]', 'expected an hour from 00:00 to 23:59, such as 18:00'],
    ['times', '[]', 12, 'times', 'expected at least one hour'],
    ['times', '18:00', 12, 'times', 'expected a list of hours'],
    ['minutes', '0', 13, 'minutes', 'expected whole minutes from 5 to 1440'],
    [
      'place',
      '{ city: Lille, country: France }',
      13,
      'place.country',
      'expected a country of two capitals, such as FR',
    ],
    ['skip', '[2026-01-29, demain]', 13, 'skip[1]', 'expected a day, such as 2026-01-29, or the keys date, note'],
    ['skip', '[2026-01-29, 2026-02-27]', 13, 'skip[1]', 'expected a day on which it would meet'],
  ])('is refused with the line of its mistake: %s: %s', (key, value, line, path, problem) => {
    const [first = '', ...others] = problemsIn(fileOf({ [key]: value }));
    expect(others).toEqual([]);
    expect(first.split(', found')[0]).toBe(`relais.yaml:${line}: assemblies[0].rhythms[0].${path}: ${problem}`);
  });

  it('is refused with the day that was found', () => {
    expect(problemsIn(fileOf({ skip: '[2026-02-27]' }))).toEqual([
      'relais.yaml:13: assemblies[0].rhythms[0].skip[0]: expected a day on which it would meet, found «2026-02-27»',
    ]);
  });

  it('has an id of its own', () => {
    expect(problemsIn(fileOf({ id: 'lille' }))).toEqual([
      'relais.yaml:8: assemblies[0].rhythms[0].id: expected an id of its own, found «lille»',
    ]);
  });
});

describe('the venues in relais.yaml', () => {
  const house = (city: string, ...names: string[]): string => `  - { city: ${city}, names: [${names.join(', ')}] }\n`;
  const venuesOf = (...houses: string[]): string => `${lille}venues:\n${houses.join('')}`;

  it('have all their names, within their city', () => {
    const text = venuesOf(house('Lille', 'MRES', 'Maison de l’environnement'), house('Brest', 'MRES'));
    expect(problemsIn(text)).toEqual([]);
    expect(readConfiguration(text, 'relais.yaml').venues[0]).toEqual({
      city: 'Lille',
      names: ['MRES', 'Maison de l’environnement'],
    });
  });

  it('share no name within a city, whatever its case and accents', () => {
    expect(problemsIn(venuesOf(house('Lille', 'Café', 'CAFE'), house('LILLE', 'Polder', 'café')))).toEqual([
      'relais.yaml:9: venues[1].names[1]: expected a name that no other house of the city has, found «café»',
    ]);
    expect(problemsIn(venuesOf('  - { city: Lille, names: [] }\n'))).toEqual([
      'relais.yaml:8: venues[0].names: expected at least one name, found «[]»',
    ]);
  });
});
