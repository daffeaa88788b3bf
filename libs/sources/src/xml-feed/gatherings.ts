import type { Place } from '@relais/vocabulary';
import { beginning } from '../clean-text.js';
import type { StatedTime } from '../stated-time.js';
import { all, textAt } from './dialects.js';
import type { Element } from './elements.js';

/** When and where, for an item that announces a gathering. */
export type StatedGathering = Readonly<{ time: StatedTime; place: Place | undefined }>;

/** `start=2016-07-21T12:00;end=…;scheme=W3C-DTF` (DCMI Period), as Demosphère writes it. */
const periodOf = (text: string | undefined): StatedTime => {
  const parts = (text ?? '').split(';').map((part) => part.split('=').map((side) => side.trim()));
  const named = (name: string): string | undefined =>
    parts.find(([key]) => key?.toLowerCase() === name)?.[1] || undefined;
  return { starts: named('start'), ends: named('end') };
};

/** Of W3C's vocabulary both stand in the item, or in a point of it. */
const within = (item: Element, ...kinds: readonly string[]): string | undefined =>
  [item, ...all(item, 'geo:point')].map((one) => textAt(one, ...kinds)).find((text) => text !== undefined);

/** GeoRSS's simple way of saying it, and GML's. */
const pointOf = (item: Element): string | undefined =>
  textAt(item, 'georss:point') ??
  all(item, 'georss:where')
    .flatMap((where) => all(where, 'gml:point'))
    .flatMap((point) => textAt(point, 'gml:pos') ?? [])[0];

const positionOf = (item: Element): Pick<Place, 'latitude' | 'longitude'> => {
  const point = pointOf(item)?.split(/[\s,]+/) ?? [within(item, 'geo:lat'), within(item, 'geo:long', 'geo:lon')];
  const [latitude, longitude] = point.map((degrees) => (degrees === undefined ? Number.NaN : Number(degrees)));
  const known =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return known && (latitude !== 0 || longitude !== 0) ? { latitude, longitude } : {};
};

const placeOf = (item: Element): Place | undefined => {
  const said = textAt(item, 'ev:location', 'xcal:location', 'dcterms:spatial') ?? '';
  const name = beginning(said.replace(/\s+/g, ' '), 300);
  const place = { ...(name && { name }), ...positionOf(item) };
  return Object.keys(place).length > 0 ? place : undefined;
};

/** An item is a gathering where its feed says when it starts: DCMI terms (Demosphère), RSS's event module, or xCal. */
export const gatheringIn = (item: Element): StatedGathering | undefined => {
  const starts = textAt(item, 'ev:startdate', 'xcal:dtstart');
  const time = starts
    ? { starts, ends: textAt(item, 'ev:enddate', 'xcal:dtend') }
    : periodOf(textAt(item, 'dcterms:temporal'));
  return time.starts ? { time, place: placeOf(item) } : undefined;
};
