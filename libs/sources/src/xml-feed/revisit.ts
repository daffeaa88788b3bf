import { revisitOf } from '../revisit.js';
import type { Revisit } from '../source-format.js';
import { pick, textAt, textsAt } from './dialects.js';
import type { Element } from './elements.js';

/** The periods of RSS 1.0's module of syndication, in minutes. */
const periods: Readonly<Record<string, number>> = {
  ...{ hourly: 60, daily: 1_440, weekly: 10_080 },
  ...{ monthly: 43_200, yearly: 525_600 },
};
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const wholeIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** So many times in each period: what is left out of the two is once, and daily. */
const syndicated = (feed: Element): number | undefined => {
  const [period, frequency] = [textAt(feed, 'sy:updateperiod'), textAt(feed, 'sy:updatefrequency')];
  if (period === undefined && frequency === undefined) return undefined;
  const [each, times] = [periods[period?.toLowerCase() ?? 'daily'], frequency === undefined ? 1 : wholeIn(frequency)];
  return each === undefined || !times ? undefined : each / times;
};

/** From 0 to 23, or in Netscape's dialect from 1 to 24: midnight is 0 in the one and 24 in the other. */
const hoursIn = (feed: Element): readonly number[] => {
  const skipped = pick(feed, 'skiphours');
  return (skipped ? textsAt(skipped, 'hour') : []).flatMap((text) => {
    const hour = wholeIn(text);
    return hour === undefined || hour > 24 ? [] : hour % 24;
  });
};

const daysIn = (feed: Element): readonly number[] => {
  const skipped = pick(feed, 'skipdays');
  return (skipped ? textsAt(skipped, 'day') : []).flatMap((text) => {
    const day = week.indexOf(text.slice(0, 3).toLowerCase());
    return day < 0 ? [] : day + 1;
  });
};

/**
 * When a feed is worth reading again: its own `ttl` before what `sy:` says, which programs write there whoever the author is.
 * The hours and days are in GMT.
 */
export const feedRevisit = (feed: Element): Revisit | undefined =>
  revisitOf({
    minutes: [wholeIn(textAt(feed, 'ttl')), syndicated(feed)],
    hours: hoursIn(feed),
    days: daysIn(feed),
  });
