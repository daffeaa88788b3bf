import ical from 'node-ical';

/**
 * The UIDs of the events of a calendar, as node-ical has them: each once, whatever came of the others of its name. Throws
 * where it does. What it says on the console meanwhile is not ours to pass on.
 */
export const uidsByNodeIcal = (text: string): readonly string[] => {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one.uid] : []));
  } finally {
    console.warn = warn;
  }
};
