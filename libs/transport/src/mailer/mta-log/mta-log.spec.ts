import { appendFileSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { MtaLog, type Standing } from './mta-log.js';

const folder = mkdtempSync(join(tmpdir(), 'relais-mta-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [letter, other] = ['<l1@relais.test>', '<l2@relais.test>'];
/** When the letter was handed over, a quarter of an hour ago. */
const handedOver = Date.parse('2026-11-25T09:00:30Z');
const now = handedOver + 15 * 60_000;
const at = (time: string): string => `2026-11-25T${time}.000000+00:00 mx`;
const came = (queueId: string, messageId = letter, pid = 71, minute = '09:00'): string[] => [
  `${at(`${minute}:29`)} postfix/smtpd[${pid}]: connect from localhost[127.0.0.1]`,
  `${at(`${minute}:29`)} postfix/smtpd[${pid}]: ${queueId}: client=localhost[127.0.0.1]`,
  `${at(`${minute}:29`)} postfix/cleanup[72]: ${queueId}: message-id=${messageId}`,
];
const queued = (queueId: string, minute = '09:00'): string =>
  `${at(`${minute}:30`)} postfix/qmgr[16]: ${queueId}: from=<info@relais.test>, size=411, nrcpt=1 (queue active)`;
const tried = (queueId: string, status: string, minute = '09:00'): string =>
  `${at(`${minute}:31`)} postfix/smtp[73]: ${queueId}: to=<alice@exemple.test>, relay=mx.exemple.test[192.0.2.1]:25, delay=0.2, delays=0/0/0/0, dsn=0.0.0, status=${status} (they said so)`;
const removed = (queueId: string, service = 'qmgr'): string =>
  `${at('09:00:31')} postfix/${service}[16]: ${queueId}: removed`;
const before = `${at('08:00:00')} postfix/master[9]: daemon started -- version 3.7.11, configuration /etc/postfix`;
const after = `${at('09:20:00')} postfix/smtpd[99]: connect from localhost[127.0.0.1]`;

let files = 0;
/** A log of its own with these lines; what was put aside of it before, by how its name ends. */
const log = (lines: readonly string[], aside: Readonly<Record<string, readonly string[]>> = {}): string => {
  const path = join(folder, `mail-${files++}.log`);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  for (const [ending, old] of Object.entries(aside)) {
    const text = old.map((line) => `${line}\n`).join('');
    writeFileSync(`${path}${ending}`, ending.endsWith('.gz') ? gzipSync(text) : text);
  }
  return path;
};
const standing = async (
  path: string,
  moment: number | undefined = handedOver,
  settling?: number,
): Promise<Standing> => {
  const asked = new MtaLog({ path, now: () => now, ...(settling !== undefined && { settling }) });
  const found = await asked.standings(new Map([[letter, moment]]));
  return found.get(letter) ?? { standing: 'cannot-tell', why: 'it was not even asked' };
};
const short = async (...about: Parameters<typeof standing>): Promise<string> => {
  const found = await standing(...about);
  return 'why' in found ? `${found.standing}: ${found.why}` : `${found.standing}: ${found.became}`;
};
const [id, long] = ['0AD87290A48', '4cXk2n5Tz1zB3kq'];

describe('a letter in the log of an MTA', () => {
  it.each<[string, string[], string]>([
    ['is delivered', [tried(id, 'sent'), removed(id)], 'taken: delivered'],
    ['waits', [tried(id, 'deferred')], 'taken: waiting'],
    ['waits, and is delivered', [tried(id, 'deferred'), tried(id, 'sent', '09:10')], 'taken: delivered'],
    ['bounces', [tried(id, 'bounced'), removed(id)], 'taken: bounced'],
    ['is too old', [tried(id, 'deferred'), tried(id, 'expired'), removed(id)], 'taken: bounced'],
    ['has not been tried', [], 'taken: waiting'],
    ['is thrown away by hand', [removed(id, 'postsuper')], 'taken: dropped'],
  ])('was taken, and %s', async (_what, lines, expected) => {
    expect(await short(log([before, ...came(id), queued(id), ...lines, after]))).toBe(expected);
  });

  it('is found under a long queue id, and under a program of another name', async () => {
    const lines = [...came(long), queued(long), tried(long, 'sent')].map((line) =>
      line.replace('postfix/smtpd', 'postfix-out/submission/smtpd'),
    );
    expect(await standing(log([before, ...lines, after]))).toEqual({
      ...{ standing: 'taken', queueId: long, became: 'delivered' },
    });
  });

  it('was not taken when the line broke before its end, though its Message-ID stands there', async () => {
    const broke = `${at('09:00:31')} postfix/smtpd[71]: lost connection after DATA (4711 bytes) from localhost[127.0.0.1]`;
    expect(await short(log([before, ...came(id), broke]))).toBe('not-taken: the line broke before its end');
    const timeout = broke.replace('lost connection', 'timeout');
    expect(await short(log([before, ...came(id), timeout]))).toBe('not-taken: the line broke before its end');
  });

  it('was not taken when the line broke, though the log begins only then, unless lines of it were lost', async () => {
    const broke = `${at('09:00:31')} postfix/smtpd[71]: lost connection after DATA (4711 bytes) from localhost[127.0.0.1]`;
    expect(await short(log([...came(id), broke]))).toBe('not-taken: the line broke before its end');
    const lost = `${at('09:00:30')} rsyslogd: imuxsock[pid 71]: lost 45 messages from pid 71 due to rate-limiting`;
    expect(await short(log([before, ...came(id), lost, broke]))).toBe('cannot-tell: lines of the log were lost');
  });

  it('was taken when the line broke after its end', async () => {
    const broke = `${at('09:00:31')} postfix/smtpd[71]: lost connection after END-OF-MESSAGE from localhost[127.0.0.1]`;
    expect(await short(log([before, ...came(id), broke]))).toMatch(/^cannot-tell: it came in/);
    expect(await short(log([before, ...came(id), broke, queued(id)]))).toBe('taken: waiting');
  });

  it('was not taken when a filter refused it at its end', async () => {
    const refused = `${at('09:00:30')} postfix/cleanup[72]: ${id}: milter-reject: END-OF-MESSAGE from localhost[127.0.0.1]: 5.7.1 no; from=<info@relais.test> to=<alice@exemple.test>`;
    expect(await short(log([before, ...came(id), refused, after]))).toBe('not-taken: it was refused at its end');
  });

  it('was taken when the second attempt was, and not by what was said of the first', async () => {
    const broke = `${at('08:58:31')} postfix/smtpd[71]: lost connection after DATA (4711 bytes) from localhost[127.0.0.1]`;
    const first = [before, ...came(id, letter, 71, '08:58'), broke];
    expect(await short(log([...first, ...came(long), queued(long), after]))).toBe('taken: waiting');
    expect(await short(log([...first, after]), handedOver, 30 * 60_000)).toBe('cannot-tell: it may still be coming in');
    expect(await short(log([...first, after]))).toBe('not-taken: the line broke before its end');
  });

  it('is not taken for the next one that has its name in the queue', async () => {
    const broke = `${at('09:00:31')} postfix/smtpd[71]: lost connection after DATA (4711 bytes) from localhost[127.0.0.1]`;
    const next = [...came(id, other, 80, '09:05'), queued(id, '09:05'), tried(id, 'sent', '09:05')];
    expect(await short(log([before, ...came(id), broke, ...next]))).toBe('not-taken: the line broke before its end');
  });

  it('is not taken for one of this machine, or for one whose line broke at once, that has its name in the queue', async () => {
    const local = `${at('09:05:29')} postfix/cleanup[72]: ${id}: message-id=${other}`;
    expect(await short(log([before, ...came(id), local, queued(id, '09:05')]))).toMatch(/^cannot-tell: it came in/);
    const [, begun = ''] = came(id, other, 80, '09:05');
    const broke = `${at('09:05:31')} postfix/smtpd[80]: lost connection after DATA (12 bytes) from localhost[127.0.0.1]`;
    expect(await short(log([before, ...came(id), begun, broke]))).toMatch(/^cannot-tell: it came in/);
  });

  it('was never there when the log never speaks of it, once it must have', async () => {
    const path = log([before, ...came(id, other), queued(id), after]);
    expect(await short(path)).toBe('not-taken: the log never speaks of it');
    expect(await short(path, handedOver, 60 * 60_000)).toBe('cannot-tell: it may still be coming in');
  });

  it('never tells to whom', async () => {
    const found = [tried(id, 'bounced'), tried(id, 'deferred')].map((line) =>
      standing(log([before, ...came(id), queued(id), line])),
    );
    expect(JSON.stringify(await Promise.all(found))).not.toMatch(/alice|exemple/);
  });
});

describe('a log that cannot tell', () => {
  const lost = `${at('09:00:32')} rsyslogd: imuxsock[pid 71]: lost 45 messages from pid 71 due to rate-limiting`;
  it.each<[string, string[], string]>([
    ['begins too late', [after], 'the log does not reach back so far'],
    ['ends too early', [before], 'the log ends before it was handed over'],
    ['has lost lines', [before, lost, after], 'lines of the log were lost'],
    ['is empty', [], 'the log does not reach back so far'],
    ['is none', ['\u0000\u0001\u0002', 'Lorem ipsum', 'x'.repeat(300_000)], 'the log does not reach back so far'],
  ])('says so: it %s', async (_what, lines, why) => {
    expect(await short(log(lines))).toBe(`cannot-tell: ${why}`);
  });

  it('says so: it is not there', async () => {
    expect(await short(join(folder, 'none.log'))).toBe('cannot-tell: there is no log');
    expect(await short(join(folder, 'nowhere', 'mail.log'))).toBe('cannot-tell: the log cannot be read: ENOENT');
  });

  it('says so: nobody knows when the letter was handed over, and it is not found', async () => {
    const asked = new MtaLog({ path: log([before, after]), now: () => now });
    expect((await asked.standings(new Map([[letter, undefined]]))).get(letter)).toMatchObject({
      standing: 'cannot-tell',
    });
    const found = new MtaLog({ path: log([...came(id), queued(id)]), now: () => now });
    expect((await found.standings(new Map([[letter, undefined]]))).get(letter)).toMatchObject({ standing: 'taken' });
  });

  it('still tells what it holds', async () => {
    expect(await short(log([...came(id), queued(id), lost]))).toBe('taken: waiting');
  });

  it('passes over what is no line of a log', async () => {
    const junk = [
      '',
      '\u0000\u00ff',
      `${at('09:00:30')} postfix/qmgr[16]`,
      'message-id=<l1@relais.test>',
      'x'.repeat(200_000),
    ];
    const lines = [before, ...came(id), queued(id), tried(id, 'sent'), after].flatMap((line) => [line, ...junk]);
    const path = log(lines);
    appendFileSync(path, `${at('09:21:00')} postfix/qmgr[16]: ${id}: remo`);
    expect(await short(path)).toBe('taken: delivered');
  });
});

describe('a log that was begun anew', () => {
  const history = [before, ...came(id), queued(id), tried(id, 'deferred')];
  it.each(['.1', '.1.gz', '-20261125', '-20261125.gz'])(
    'is read together with what was put aside: %s',
    async (aside) => {
      expect(await short(log([tried(id, 'sent', '09:10'), after], { [aside]: history }))).toBe('taken: delivered');
    },
  );

  it('is read over several, in which one letter goes on', async () => {
    const aside = { '.1': [queued(id)], '.2.gz': came(id), '.3.gz': [before] };
    expect(await short(log([after], aside))).toBe('taken: waiting');
  });

  it('is read over several days, in which one letter goes on', async () => {
    const aside = { '-20261123.gz': [before], '-20261124.gz': came(id), '-20261125': [queued(id)] };
    expect(await short(log([after], aside))).toBe('taken: waiting');
  });

  it('does not reach over a number that is missing', async () => {
    expect(await short(log([after], { '.2.gz': [before] }))).toBe('cannot-tell: the log does not reach back so far');
  });

  it('cannot tell where a packed one is broken', async () => {
    const path = log([after], { '.1.gz': history });
    truncateSync(`${path}.1.gz`, 60);
    expect(await short(path)).toMatch(/^cannot-tell: the log cannot be read/);
  });
});

describe('a log without years and zones', () => {
  const local = (moment: number): string => {
    const [, month = '', day = '', , time = ''] = new Date(moment).toString().split(' ');
    return `${month} ${day.replace(/^0/, ' ')} ${time} mx`;
  };
  const line = (minutes: number, rest: string): string => `${local(handedOver + minutes * 60_000)} ${rest}`;
  const lines = [
    line(-90, 'postfix/master[9]: daemon started'),
    line(0, `postfix/cleanup[72]: ${id}: message-id=${letter}`),
    line(0, `postfix/qmgr[16]: ${id}: from=<info@relais.test>, size=411, nrcpt=1 (queue active)`),
    line(10, 'postfix/smtpd[99]: connect from localhost[127.0.0.1]'),
  ];
  const written = (path: string, minutes: number): string => {
    const moment = new Date(handedOver + minutes * 60_000);
    utimesSync(path, moment, moment);
    return path;
  };

  it('is read by when it was written to', async () => {
    expect(await short(written(log(lines), 10))).toBe('taken: waiting');
    const without = lines.filter((one) => !one.includes(id));
    expect(await short(written(log(without), 10))).toBe('not-taken: the log never speaks of it');
  });

  it('is read over the turn of a year', async () => {
    const midnight = new Date(2027, 0, 1).getTime();
    const around = [
      `${local(midnight - 90 * 60_000)} postfix/master[9]: daemon started`,
      `${local(midnight + 600_000)} postfix/smtpd[99]: connect from localhost[127.0.0.1]`,
    ];
    const path = log(around);
    utimesSync(path, new Date(midnight + 600_000), new Date(midnight + 600_000));
    const asked = new MtaLog({ path, now: () => midnight + 900_000 });
    expect((await asked.standings(new Map([[letter, midnight - 60_000]]))).get(letter)).toEqual({
      ...{ standing: 'not-taken', why: 'the log never speaks of it' },
    });
  });

  it('is not trusted about what is missing when its clock is another, or an hour may be there twice', async () => {
    const without = lines.filter((one) => !one.includes(id));
    expect(await short(written(log(without), 10 + 120))).toBe('cannot-tell: the times of the log are of another zone');
    expect(await short(written(log([line(-30, 'postfix/x[1]: y'), ...without.slice(1)]), 10))).toBe(
      'cannot-tell: the log does not reach back so far',
    );
  });
});

describe('a huge log', () => {
  it('is read from where it matters, and no more of it', async () => {
    const path = log([`${new Date('2026-10-01T00:00:00Z').toISOString()} mx rsyslogd: lost 9 messages from pid 7`]);
    const day = (n: number): string => new Date(Date.parse('2026-10-01T00:00:00Z') + n * 1_000).toISOString();
    for (let n = 0; n < 40; n++) {
      const line = (m: number): string =>
        `${day(n * 10_000 + m)} mx postfix/smtpd[${m}]: connect from ${'x'.repeat(80)}\n`;
      appendFileSync(path, Array.from({ length: 10_000 }, (_, m) => line(m)).join(''));
    }
    appendFileSync(path, [before, ...came(id), queued(id), after].map((one) => `${one}\n`).join(''));
    const found = await new MtaLog({ path, now: () => now }).standings(
      new Map([
        [letter, handedOver],
        [other, handedOver],
      ]),
    );
    expect(found.get(letter)).toMatchObject({ standing: 'taken' });
    // If its beginning were read, it would be known to have lost lines.
    expect(found.get(other)).toMatchObject({ standing: 'not-taken' });
  });
});
