import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const revisitIn = async (...lines: string[]) =>
  (await readDocument(fetched(lines.map((line) => `${line}\r\n`).join('')))).document.revisit;
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'];

describe('when a calendar is worth reading again', () => {
  it.each([
    ['REFRESH-INTERVAL;VALUE=DURATION:P1D', 1_440],
    ['X-PUBLISHED-TTL:PT1H', 60],
    ['x-published-ttl:pt15m', 15],
    ['REFRESH-INTERVAL;VALUE=DURATION:P1W', 10_080],
    ['X-PUBLISHED-TTL:P365D', 10_080],
    ['X-PUBLISHED-TTL:PT0S', undefined],
    ['X-PUBLISHED-TTL:PT30S', undefined],
    ['X-PUBLISHED-TTL:-PT1H', undefined],
    ['X-PUBLISHED-TTL:60', undefined],
    ['X-PUBLISHED-TTL:', undefined],
  ])('is what it says, if that makes sense: %s', async (line, everyMinutes) => {
    expect(await revisitIn(...calendar(line))).toEqual(everyMinutes && { everyMinutes });
  });

  it('is what the standard’s property says before the older one, where that makes sense', async () => {
    const older = 'X-PUBLISHED-TTL:PT1H';
    expect(await revisitIn(...calendar(older, 'REFRESH-INTERVAL:PT6H'))).toEqual({ everyMinutes: 360 });
    expect(await revisitIn(...calendar(older, 'REFRESH-INTERVAL:PT0S'))).toEqual({ everyMinutes: 60 });
  });

  it('is what the first of several calendars says that says it', async () => {
    expect(
      await revisitIn(...calendar(), ...calendar('X-PUBLISHED-TTL:PT2H'), ...calendar('X-PUBLISHED-TTL:PT3H')),
    ).toEqual({ everyMinutes: 120 });
  });
});
