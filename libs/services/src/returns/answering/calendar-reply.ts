import type { Answer } from '@relais/attendance';

const answers: Readonly<Record<string, Answer>> = { ACCEPTED: 'yes', TENTATIVE: 'maybe', DECLINED: 'no' };

/** What a calendar program answers to one of our events (iTIP, RFC 5546, 3.2.3): `uid` is the event's. */
export const calendarReply = (calendar: string): Readonly<{ uid: string; answer: Answer }> | undefined => {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const first = (name: RegExp): string | undefined => lines.find((line) => name.test(line));
  const after = (line: string | undefined): string => line?.slice(line.indexOf(':') + 1).trim() ?? '';
  if (after(first(/^METHOD[;:]/i)).toUpperCase() !== 'REPLY') return undefined;
  const uid = after(first(/^UID[;:]/i));
  const [, said = ''] = /;PARTSTAT="?([A-Z-]+)/i.exec(first(/^ATTENDEE;/i) ?? '') ?? [];
  const answer = answers[said.toUpperCase()];
  return uid !== '' && answer !== undefined ? { uid, answer } : undefined;
};
