import type { Plan } from './events.js';
import { ruleInWords, timesInWords } from './in-words.js';

describe('a rhythm in words', () => {
  it.each([
    [
      'FREQ=MONTHLY;BYDAY=-1TH',
      'dernier jeudi du mois',
      'last Thursday of the month',
      'laatste donderdag van de maand',
    ],
    [
      'FREQ=MONTHLY;BYDAY=+2SU',
      'deuxième dimanche du mois',
      'second Sunday of the month',
      'tweede zondag van de maand',
    ],
    ['FREQ=WEEKLY;BYDAY=MO', 'chaque lundi', 'every Monday', 'elke maandag'],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=MO',
      'un lundi sur deux',
      'every other Monday',
      'om de twee weken op maandag',
    ],
  ])('says its days as people do: %s', (rule, french, english, dutch) => {
    expect([ruleInWords(rule, 'fr'), ruleInWords(rule, 'en'), ruleInWords(rule, 'nl')]).toEqual([
      french,
      english,
      dutch,
    ]);
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=5TH',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYDAY=1TH;BYMONTH=1',
    'FREQ=YEARLY;BYDAY=1TH',
    'FREQ=DAILY',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO',
  ])('says nothing rather than half of it: %s', (rule) => {
    expect(ruleInWords(rule, 'fr')).toBeUndefined();
  });

  it('says its hours in turn', () => {
    const at = (...times: string[]) => ({ times }) as unknown as Plan;
    const french = (plan: Plan): string => timesInWords(plan, 'fr').replaceAll('\u00a0', ' ');
    expect(french(at('12:00', '18:00'))).toBe('12 h 00 et 18 h 00 en alternance');
    expect(timesInWords(at('09:30', '12:00', '18:00'), 'en')).toBe('09:30, 12:00 and 18:00 in turn');
    expect(timesInWords(at('09:30', '18:00'), 'nl')).toBe('9.30\u00a0uur en 18.00\u00a0uur om beurten');
    expect(french(at('09:30'))).toBe('9 h 30');
  });
});
