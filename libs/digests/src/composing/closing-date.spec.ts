import { closingDate } from './closing-date.js';

const known = '2026-11-20T10:00:00Z';
const closes = (text: string, at = known): string | undefined => closingDate(text, at, 'Europe/Paris');

describe('when a vote closes', () => {
  it.each([
    ['Vote ouvert jusqu’au samedi 28 novembre 2026 à 18h30', '2026-11-28T17:30:00Z'],
    ["Le vote est ouvert jusqu'au 28 novembre à 18 h.", '2026-11-28T17:00:00Z'],
    ['Clôture le 1er décembre', '2026-12-01T23:00:00Z'],
    ['Poll closes on November 28, 2026 at 18:00', '2026-11-28T17:00:00Z'],
    ['open until 28 November', '2026-11-28T23:00:00Z'],
    ['Stemmen kan tot 28 november om 18.00', '2026-11-28T17:00:00Z'],
    ['sluit op zaterdag 28 november 2026', '2026-11-28T23:00:00Z'],
    ['jusqu’au 28/11/2026', '2026-11-28T23:00:00Z'],
    ['until 2026-11-28', '2026-11-28T23:00:00Z'],
  ])('is read from its text: %s', (text, expected) => {
    expect(closes(text)).toBe(expected);
  });

  it('is before the day that is named, where it says before', () => {
    expect(closes('Date de la plénière avant le 30 novembre')).toBe('2026-11-29T23:00:00Z');
    expect(closes('before November 30')).toBe('2026-11-29T23:00:00Z');
    expect(closes('avant le 30 novembre à 12h')).toBe('2026-11-30T11:00:00Z');
  });

  it('is in the next year where its day has passed in this one', () => {
    expect(closes('jusqu’au 5 janvier')).toBe('2027-01-05T23:00:00Z');
  });

  it.each([
    'Vote sur le budget du 28 novembre',
    'jusqu’au 31 novembre 2026',
    'jusqu’au bout',
    'jusqu’au 28 novembre à 27h',
  ])('is not made up: %s', (text) => {
    expect(closes(text)).toBeUndefined();
  });
});
