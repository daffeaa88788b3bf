import { calendarText, escapedText, utc } from './content-lines.js';

const unfolded = (text: string): string => text.replaceAll('\r\n ', '');
const octets = (line: string): number => Buffer.from(line).length;

describe('a text in a calendar', () => {
  it('is escaped, each line end as one', () => {
    expect(escapedText('a,b;c\\d: "e"\r\nf\rg\nh')).toBe('a\\,b\\;c\\\\d: "e"\\nf\\ng\\nh');
  });

  it('has no control character and no half of a character', () => {
    expect(escapedText('a\u0000\u0008\u000b\u001b\u007fb\tc\ud83ed')).toBe('ab\tc\ufffdd');
  });
});

describe('the lines of a calendar', () => {
  it('end with CR LF', () => {
    expect(calendarText(['BEGIN:VCALENDAR', 'END:VCALENDAR'])).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
  });

  it('are not folded at 75 octets, but at 76', () => {
    const line = 'x'.repeat(75);
    expect(calendarText([line])).toBe(`${line}\r\n`);
    expect(calendarText([`${line}y`])).toBe(`${line}\r\n y\r\n`);
  });

  it.each(['x', 'é', '€', '🧵'])('are folded between characters, never within one: %s', (character) => {
    for (let before = 0; before < 80; before++) {
      const line = `SUMMARY:${'a'.repeat(before)}${character.repeat(120)}`;
      const text = calendarText([line]);
      expect(unfolded(text)).toBe(`${line}\r\n`);
      const lines = text.trimEnd().split('\r\n');
      const lengths = lines.map(octets);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
      // As much as fits: no line but the last has room for one more character.
      expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThan(75 - octets(character));
    }
  });
});

describe('an instant in a calendar', () => {
  it('is to the second', () => {
    expect(utc('2016-07-21T10:00:00.999Z')).toBe('20160721T100000Z');
  });
});
