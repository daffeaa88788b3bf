import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import type SendMail from 'nodemailer/lib/mailer';
import { HubUnderTest, linksOf, receiving } from '../../testing/index.js';
import { MailIntake } from './mail-intake.js';

let hub: HubUnderTest;
let port: number;
let mail: string;
beforeAll(async () => {
  const environment = {
    RELAIS_NOW: '2026-11-25T09:00:00Z',
    INTAKE_SMTP: '127.0.0.1:0',
    INTAKE_ADDRESS: 'annonces@relais.test',
  };
  hub = await HubUnderTest.start({ configuration: receiving(), environment });
  port = hub.get(MailIntake).port ?? 0;
  ({ mail } = linksOf(hub));
});
afterAll(() => hub.end());

const alice = 'Alice Dupont <alice.dupont@exemple.test>';
const send = async (letter: SendMail.Options): Promise<string> => {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await transport.sendMail({ from: alice, to: mail, ...letter })).response;
  } finally {
    transport.close();
  }
};
const refusal = (letter: SendMail.Options): Promise<{ responseCode?: number; message: string }> =>
  send(letter).then(
    () => ({ message: 'taken' }),
    (error: unknown) => error as { responseCode: number; message: string },
  );

type Item = Readonly<{ item: string; fields: Readonly<Record<string, unknown>> }>;
const recorded = async (): Promise<Item[]> =>
  (await hub.events('source.item-published', 'source.item-revised')).map(({ data }) => data as Item);
const last = async (): Promise<Item['fields'] | undefined> => (await recorded()).at(-1)?.fields;

/** Says lines to the server one by one, and resolves to what it answers to each. */
const conversation = async (...lines: string[]): Promise<string[]> => {
  const socket = connect(port, '127.0.0.1');
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    for (;;) {
      const { value = '', done } = (await answers.next()) as { value?: string; done?: boolean };
      if (done || value[3] === ' ') return value;
    }
  };
  const said = [await answer()];
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    said.push(await answer());
  }
  socket.destroy();
  return said;
};

describe('an announcement by mail', () => {
  it('is in the agenda: the subject is its title, the text says when and where', async () => {
    const text =
      'Bonjour,\n\nRendez-vous jeudi 10 décembre 2026 de 18h30 à 20h30\nau Polder, 250 rue Roger Salengro, 59260 Hellemmes.\n\nAlice Dupont\n-- \nAlice Dupont, 06 12 34 56 78';
    expect(await send({ subject: 'Assemblée des communs', text })).toBe('250 recorded');
    const [{ fields } = { fields: {} }] = await recorded();
    expect(fields).toMatchObject({
      ...{ kind: 'gathering', title: 'Assemblée des communs' },
      when: { starts: '2026-12-10T17:30:00Z', ends: '2026-12-10T19:30:00Z', zone: 'Europe/Paris', zoneAssumed: true },
      place: { name: 'Polder', address: '250 rue Roger Salengro', postalCode: '59260', city: 'Hellemmes' },
    });
    await hub.recorded('gathering.recognised');
    expect(await hub.text('/lille/agenda')).toContain('Assemblée des communs');
  });

  it('leaves nothing in the log of who wrote it, nor of the id that their program gave it', async () => {
    await send({
      subject: 'Atelier',
      text: 'Le 11 décembre 2026 à 14h.\n\nAlice',
      messageId: '<42.alice.dupont@exemple.test>',
    });
    const log = JSON.stringify(await hub.events(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(log).not.toMatch(/alice|dupont|06 12|42\./i);
  });

  it('is recorded once, however often a server hands it over', async () => {
    const letter = {
      subject: 'Fresque',
      text: 'Samedi prochain à 14h à la MRES',
      messageId: '<fresque@exemple.test>',
      date: new Date('2026-11-24T20:00:00Z'),
    };
    await send(letter);
    const before = await recorded();
    for (let times = 0; times < 3; times++) expect(await send(letter)).toBe('250 recorded');
    expect(await recorded()).toEqual(before);
    expect(before.at(-1)?.fields).toMatchObject({ when: { starts: '2026-11-28T13:00:00Z' } });
  });

  it('is revised by an answer to itself, and cancelled by one, and stays one', async () => {
    await send({
      subject: 'Plénière',
      text: 'Le 14 décembre 2026 à 18h au Polder',
      messageId: '<pleniere@exemple.test>',
    });
    const [{ item } = { item: '' }] = (await recorded()).slice(-1);
    const answer = {
      subject: 'Re: Plénière',
      inReplyTo: '<pleniere@exemple.test>',
      references: ['<autre@exemple.test>', '<pleniere@exemple.test>'],
    };
    const quoted = '\n\nLe 24 nov. 2026 à 10:00, Alice Dupont a écrit :\n> Le 14 décembre 2026 à 18h au Polder';
    await send({ ...answer, text: `C’est décalé au 15 décembre 2026 à 19h.${quoted}` });
    expect((await recorded()).at(-1)).toMatchObject({
      item,
      fields: { title: 'Plénière', when: { starts: '2026-12-15T18:00:00Z' }, place: { name: 'Polder' } },
    });
    expect((await last())?.['summary']).not.toContain('&gt;');
    await send({ ...answer, text: `Annulé, désolée.${quoted}` });
    expect((await recorded()).at(-1)).toMatchObject({
      item,
      fields: { status: 'cancelled', when: { starts: '2026-12-15T18:00:00Z' } },
    });
  });

  it('is news where no date is found, and an answer completes it to a gathering', async () => {
    await send({ subject: 'Bientôt une fête', text: 'La date sera dite plus tard.', messageId: '<fete@exemple.test>' });
    expect(await last()).toMatchObject({ kind: 'news', title: 'Bientôt une fête' });
    await send({
      subject: 'Re: Bientôt une fête',
      text: 'Ce sera le 19 décembre 2026 à 20h.',
      inReplyTo: '<fete@exemple.test>',
    });
    expect(await last()).toMatchObject({
      kind: 'gathering',
      title: 'Bientôt une fête',
      when: { starts: '2026-12-19T19:00:00Z' },
    });
  });

  it('is read from HTML where there is no text, and without what it quotes', async () => {
    const html =
      '<p>Bonjour,</p><p>Atelier <b>jeudi 17 décembre 2026</b> à 18h</p><blockquote>Le 1er janvier 2027 à 8h</blockquote><script>x</script>';
    await send({ subject: 'Atelier HTML', html });
    expect(await last()).toMatchObject({
      when: { starts: '2026-12-17T17:00:00Z' },
      summary: 'Bonjour,<br />Atelier jeudi 17 décembre 2026 à 18h',
    });
  });

  it('may be passed on: what was passed on is read', async () => {
    const text =
      '---------- Forwarded message ---------\nDe : Bob <bob@exemple.test>\nObjet : Soupe\n\nSoupe le 20 décembre 2026 à 12h à la MRES';
    await send({ subject: 'Fwd: Soupe', text });
    expect(await last()).toMatchObject({ title: 'Soupe', when: { starts: '2026-12-20T11:00:00Z' } });
    expect(JSON.stringify(await last())).not.toContain('bob@');
  });
});

describe('a calendar in a letter', () => {
  const calendar = (method: string, start: string, sequence = 0): string =>
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', 'UID:invitation-1@exemple.test'],
      ...[
        `SEQUENCE:${sequence}`,
        'SUMMARY:Conseil',
        `DTSTART;TZID=Europe/Paris:${start}`,
        'ORGANIZER;CN=Alice Dupont:mailto:alice.dupont@exemple.test',
      ],
      ...['ATTENDEE;CN=Bob:mailto:bob@exemple.test', 'LOCATION:MRES', 'END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n');
  const invited = (method: string, start: string, sequence = 0): Promise<string> =>
    send({
      subject: 'Invitation',
      text: 'Le 1er janvier 2027 à 8h',
      icalEvent: { method, content: calendar(method, start, sequence) },
    });

  it('speaks for the letter, and goes by its own name: a second one revises, CANCEL cancels', async () => {
    await invited('REQUEST', '20261222T180000');
    expect((await recorded()).at(-1)).toMatchObject({
      item: 'invitation-1@exemple.test',
      fields: { title: 'Conseil', when: { starts: '2026-12-22T17:00:00Z' } },
    });
    await invited('REQUEST', '20261223T180000', 1);
    await invited('CANCEL', '20261223T180000', 2);
    const own = (await recorded()).filter(({ item }) => item === 'invitation-1@exemple.test');
    expect(own.map(({ fields }) => fields['status'])).toEqual([undefined, undefined, 'cancelled']);
    expect(JSON.stringify(own)).not.toMatch(/alice|bob/i);
  });

  it('is no announcement where somebody answers an invitation', async () => {
    const before = (await recorded()).length;
    const icalEvent = {
      method: 'REPLY',
      content: calendar('REPLY', '20261222T180000').replace('invitation-1', 'autre'),
    };
    await send({ subject: 'Accepté : Conseil', text: 'Je viens.', icalEvent });
    expect((await recorded()).slice(before).map(({ fields }) => fields['kind'])).toEqual(['news']);
  });

  it('leaves the word to the text where it cannot be read', async () => {
    const attachments = [{ filename: 'x.ics', contentType: 'text/calendar', content: 'rien' }];
    await send({ subject: 'Repli', text: 'Le 27 décembre 2026 à 10h', attachments });
    expect(await last()).toMatchObject({ title: 'Repli', when: { starts: '2026-12-27T09:00:00Z' } });
  });
});

describe('what machines send', () => {
  it.each([
    ['an answer of somebody who is away', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['a report of delivery', { envelope: { from: '', to: '' } }],
    ['a letter of a list', { headers: { 'List-Id': '<communs.listes.test>' } }],
    ['bulk mail', { headers: { Precedence: 'bulk' } }],
    ['an automatic answer of old', { headers: { 'X-Autoreply': 'yes' } }],
    ['a letter of our own', { from: 'relais@localhost' }],
  ])('is taken and passed over: %s', async (_, more) => {
    const before = (await recorded()).length;
    const envelope = 'envelope' in more ? { envelope: { from: '', to: mail } } : {};
    expect(await send({ subject: 'Absence', text: 'Le 5 janvier 2027 à 9h', ...more, ...envelope })).toBe(
      '250 recorded',
    );
    expect((await recorded()).length).toBe(before);
  });

  it('is not confused with a person who says that no machine wrote', async () => {
    const before = (await recorded()).length;
    await send({ subject: 'À la main', text: 'Le 6 janvier 2027 à 9h', headers: { 'Auto-Submitted': 'no' } });
    expect((await recorded()).length).toBe(before + 1);
  });
});

describe('the mail server', () => {
  it('takes mail for secret addresses alone, and says so before the letter', async () => {
    const [name = ''] = mail.split('@');
    const others = [
      'annonces',
      name.slice(0, -1),
      `${name}a`,
      name.replace('organisers', 'autre'),
      name.replace('annonces', 'annonce'),
      'postmaster',
    ];
    const lines = others.map((other) => `RCPT TO:<${other}@relais.test>`);
    const answers = await conversation('EHLO x', 'MAIL FROM:<a@x.test>', ...lines, 'DATA');
    expect(answers.slice(3, -1).map((answer) => answer.slice(0, 3))).toEqual(others.map(() => '550'));
    expect(answers.at(-1)).toMatch(/^503/);
  });

  it('knows an address also in capitals, and at another name of this machine', async () => {
    const answers = await conversation(
      'EHLO x',
      'MAIL FROM:<a@x.test>',
      `RCPT TO:<${mail.toUpperCase()}>`,
      `RCPT TO:<${mail.replace(/@.*/, '@ailleurs.test')}>`,
    );
    expect(answers.slice(-2).map((answer) => answer.slice(0, 3))).toEqual(['250', '250']);
  });

  it('takes 2 MB and no more', async () => {
    const before = (await recorded()).length;
    expect(
      await refusal({ subject: 'Gros', text: 'x', attachments: [{ content: Buffer.alloc(2_100_000) }] }),
    ).toMatchObject({ responseCode: 552 });
    const announced = await conversation('EHLO x', 'MAIL FROM:<a@x.test> SIZE=3000000');
    expect(announced.at(-1)).toMatch(/^552/);
    expect((await recorded()).length).toBe(before);
  });

  it('refuses what announces nothing', async () => {
    expect(await refusal({ subject: '', text: '' })).toMatchObject({ responseCode: 554 });
  });

  it('records nothing of a letter that breaks off', async () => {
    const before = (await recorded()).length;
    await conversation('EHLO x', 'MAIL FROM:<a@x.test>', `RCPT TO:<${mail}>`, 'DATA');
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `EHLO x\r\nMAIL FROM:<a@x.test>\r\nRCPT TO:<${mail}>\r\nDATA\r\nSubject: Coupé\r\n\r\nLe 8 janvier 2027 à 9h`,
    );
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    await conversation('EHLO x', 'NOOP');
    expect((await recorded()).length).toBe(before);
  });

  it('has neither passwords nor relaying, and survives nonsense', async () => {
    const answers = await conversation('EHLO x', 'AUTH PLAIN AGEAYg==', 'VRFY alice', 'GET / HTTP/1.1', 'QUIT');
    expect(answers.slice(2).map((answer) => answer.slice(0, 3))).toEqual(['500', '252', '421', '']);
    expect(await send({ subject: 'Encore là', text: 'Le 9 janvier 2027 à 9h' })).toBe('250 recorded');
  });

  it('says in one line that its port is taken, and what to do', async () => {
    const environment = { INTAKE_SMTP: `127.0.0.1:${port}` };
    await expect(HubUnderTest.start({ configuration: receiving(), environment })).rejects.toThrow(
      `mail cannot be taken at 127.0.0.1:${port} (EADDRINUSE): set INTAKE_SMTP to another`,
    );
  });
});
