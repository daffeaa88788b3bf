import type { ItemFields } from '@relais/source';
import type { Proposal } from '@relais/sources';
import { localTime, type Place, type TimeZone, type When } from '@relais/vocabulary';
import { readableText } from '../readable-text.js';
import type { Values } from './fields.js';

const placeValues = ({ name = '', address = '', postalCode = '', city = '' }: Place): Values => ({
  ...{ lieu: name, adresse: address, codepostal: postalCode, ville: city },
});

/** The fields of the form as a text proposes them. */
export const valuesOfProposal = ({
  title = '',
  date = '',
  until = '',
  starts = '',
  ends = '',
  ...rest
}: Proposal): Values => ({
  ...{ titre: title, date, jusquau: until, debut: starts, fin: ends },
  ...(rest.allDay && { journee: 'oui' }),
  ...placeValues(rest.place ?? {}),
  lien: rest.link ?? '',
  description: rest.description,
});

const whenValues = (when: When | undefined, zone: TimeZone): Values => {
  if (when === undefined) return {};
  if (when.kind === 'all-day')
    return { date: when.from, journee: 'oui', ...(when.until > when.from && { jusquau: when.until }) };
  const starts = localTime(when.starts, zone);
  const ends = when.ends === undefined ? undefined : localTime(when.ends, zone);
  const lastDay = ends && ends.date > starts.date && ends.time > starts.time ? { jusquau: ends.date } : {};
  return { date: starts.date, debut: starts.time, ...(ends && { fin: ends.time }), ...lastDay };
};

/** The fields of the form as an item says them, in the zone of the form. */
export const valuesOfItem = (
  { title, link = '', summary = '', place = {}, when, aliases = [] }: ItemFields,
  zone: TimeZone,
): Values => ({
  titre: title,
  ...whenValues(when, zone),
  ...placeValues(place),
  lien: link,
  description: readableText(summary),
  alias: aliases.join('\n'),
});
