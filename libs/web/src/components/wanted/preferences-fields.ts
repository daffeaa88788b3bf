import { kinds, type Kind, type Preferences } from '@relais/mailing-list';
import { isLanguage, isLocalDate, isTimeZone, type AssemblyId, type LocalDate } from '@relais/vocabulary';
import type { FormError } from '../../i18n/wanted/wanted.js';
import { rhythmOf, rhythmValue } from './rhythm-choices.js';

type Fields = Readonly<Record<string, string>>;

/** Fields of which a form may send several values. */
export const severalFields = ['villes', 'themes', 'sujets', 'liste'] as const;

/** Preferences as their form writes them; what boxes there are ticked is joined by spaces. */
export const preferencesInFields = (of: Preferences): Fields => ({
  villes: of.cities === 'all' ? 'toutes' : of.cities.join(' '),
  themes: of.themes === 'all' ? 'tous' : of.themes.join(' '),
  sujets: of.kinds.join(' '),
  rythme: rhythmValue(of.rhythm),
  heure: of.hour === null ? '' : String(of.hour),
  fuseau: of.zone,
  'calme-de': String(of.quiet.from),
  'calme-a': String(of.quiet.until),
  pause: of.pausedUntil ?? '',
  langue: of.language,
  longueur: of.length,
  format: of.format,
});

/** What there is to choose from. */
export type Choices = Readonly<{ cities: readonly AssemblyId[]; themes: readonly string[]; today: LocalDate }>;

export type Read = Readonly<{ preferences: Preferences }> | Readonly<{ errors: Readonly<Record<string, FormError>> }>;

const hour = /^(?:1?\d|2[0-3])$/u;

/** Preferences out of the fields of a form that was sent, or what is wrong with which of them. */
export const preferencesFrom = (fields: Fields, { cities, themes, today }: Choices): Read => {
  const value = (field: string): string => (fields[field] ?? '').trim();
  const ticked = (field: string): string[] => value(field).split(' ').filter(Boolean);
  const errors: Record<string, FormError> = {};
  const check = (field: string, isRight: boolean, error: FormError): void => {
    if (!isRight) errors[field] ??= error;
  };
  const among = <One extends string>(field: string, all: readonly One[], whole: string): One[] | 'all' => {
    const chosen = ticked(field);
    if (chosen.includes(whole)) return 'all';
    check(field, chosen.length > 0, 'none-chosen');
    check(
      field,
      chosen.every((one) => all.some((known) => known === one)),
      'not-a-choice',
    );
    return all.filter((one) => chosen.includes(one));
  };
  const chosenCities = among('villes', cities, 'toutes');
  const chosenThemes = themes.length === 0 ? 'all' : among('themes', themes, 'tous');
  const chosenKinds = among<Kind>('sujets', kinds, 'tout');
  const rhythm = rhythmOf(value('rythme'));
  check('rythme', rhythm !== undefined, 'not-a-choice');
  check('heure', value('heure') === '' || hour.test(value('heure')), 'not-a-choice');
  check('fuseau', isTimeZone(value('fuseau')), 'not-a-choice');
  for (const field of ['calme-de', 'calme-a']) check(field, hour.test(value(field)), 'not-a-choice');
  const pause = value('pause');
  check('pause', pause === '' || (isLocalDate(pause) && pause > today), 'not-a-day');
  const language = value('langue');
  check('longueur', ['full', 'short'].includes(value('longueur')), 'not-a-choice');
  check('format', ['html', 'text'].includes(value('format')), 'not-a-choice');
  if (!isLanguage(language)) return { errors: { ...errors, langue: 'not-a-choice' } };
  if (rhythm === undefined || Object.keys(errors).length > 0) return { errors };
  return {
    preferences: {
      ...{ cities: chosenCities, themes: chosenThemes, kinds: chosenKinds === 'all' ? kinds : chosenKinds, rhythm },
      hour: value('heure') === '' ? null : Number(value('heure')),
      ...{ zone: value('fuseau'), language },
      quiet: { from: Number(value('calme-de')), until: Number(value('calme-a')) },
      length: value('longueur') === 'short' ? 'short' : 'full',
      format: value('format') === 'text' ? 'text' : 'html',
      pausedUntil: pause === '' ? null : pause,
    },
  };
};
