import { HubUnderTest, linksOf, receiving } from '../testing/index.js';

const loomio = (title: string, key = 'a1B2c3D4') => ({
  ...{ username: 'Loomio', text: `**Alice** a ouvert [${title}](https://loomio.test/d/${key}/x)` },
});
const calendar = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:plénière-12@exemple.test', 'SUMMARY:Assemblée ouverte'],
  ...['DTSTART;TZID=Europe/Paris:20271210T183000', 'DTEND;TZID=Europe/Paris:20271210T203000', 'LOCATION:MRES, Lille'],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');

let hub: HubUnderTest;
let webhook: string;
beforeAll(async () => {
  hub = await HubUnderTest.start({ configuration: receiving() });
  ({ webhook } = linksOf(hub));
});
afterAll(() => hub.end());

const post = (body: BodyInit, type = 'application/json', to = webhook): Promise<Response> =>
  fetch(to, { method: 'POST', body, headers: { 'content-type': type } });
const items = async () => (await hub.events('source.item-published', 'source.item-revised')).length;

describe('a webhook', () => {
  it('records a message, as news and never as what was there before', async () => {
    const answer = await post(JSON.stringify(loomio('Budget')));
    expect([answer.status, await answer.json()]).toEqual([202, { items: 1, events: 1 }]);
    const [published] = await hub.events('source.item-published');
    expect(published?.data).toMatchObject({
      item: 'https://loomio.test/d/a1B2c3D4',
      fields: { kind: 'news', title: 'Budget' },
    });
    expect(published?.data).not.toHaveProperty('backlog');
  });

  it('records the same message once, and its correction as such', async () => {
    const before = await items();
    expect(await (await post(JSON.stringify(loomio('Budget')))).json()).toEqual({ items: 1, events: 0 });
    expect(await items()).toBe(before);
    await post(JSON.stringify(loomio('Budget 2027')));
    expect((await hub.events('source.item-revised')).map(({ data }) => (data as { item: string }).item)).toEqual([
      'https://loomio.test/d/a1B2c3D4',
    ]);
  });

  it('takes forms, as some chats send them', async () => {
    const payload = JSON.stringify(loomio('Date', 'formulai'));
    const whole = await post(new URLSearchParams({ payload }), 'application/x-www-form-urlencoded');
    expect(await whole.json()).toEqual({ items: 1, events: 1 });
    const fields = { text: loomio('Lieu', 'enchamps').text, username: 'Loomio' };
    expect(await (await post(new URLSearchParams(fields), 'application/x-www-form-urlencoded')).json()).toMatchObject({
      events: 1,
    });
  });

  it('takes a calendar, and what it announces is recognised at once, by whatever process collects', async () => {
    expect(await (await post(calendar, 'text/calendar')).json()).toEqual({ items: 1, events: 1 });
    await hub.recorded('gathering.recognised');
    expect(await hub.text('/lille/agenda')).toContain('Assemblée ouverte');
  });

  it('leaves alone what came before and is not in a message', async () => {
    await post(JSON.stringify(loomio('Autre', 'autresuj')));
    expect(await hub.events('source.item-withdrawn')).toEqual([]);
  });

  it.each([
    ['nothing', '', 'application/json', 'an empty message'],
    ['a message without a link', JSON.stringify({ text: 'Bonjour' }), 'application/json', 'no link in the text'],
    ['JSON that is none', '{"text": "https://x.test/', 'application/json', ''],
    ['a text', 'Bonjour', 'text/plain', 'text that begins with “Bonjour”'],
    ['bytes', new Uint8Array([0, 1, 2, 3, 255, 254]), 'application/octet-stream', ''],
  ])('says why it cannot use %s, and records nothing', async (_, body, type, why) => {
    const before = await items();
    const answer = await post(body, type);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { error: string }).error).toContain(why);
    expect(await items()).toBe(before);
  });

  it('takes 256 kB, and not a byte more', async () => {
    const filled = (length: number): string => {
      const message = { ...loomio('Long', 'longlong'), x: '' };
      return JSON.stringify({ ...message, x: 'x'.repeat(length - JSON.stringify(message).length) });
    };
    expect((await post(filled(262_144))).status).toBe(202);
    expect((await post(filled(262_145))).status).toBe(413);
  });

  it('is found by its secret link only, and by POST only', async () => {
    const before = await items();
    const body = JSON.stringify(loomio('Intrus', 'intrus00'));
    const { form } = linksOf(hub);
    const signatureOfForm = form.split('/').at(-1) ?? '';
    for (const other of [
      webhook.slice(0, -1),
      `${webhook}A`,
      webhook.replace('organisers', 'organiser'),
      webhook.replace(/[^/]+$/, signatureOfForm),
    ])
      expect([other, (await post(body, 'application/json', other)).status]).toEqual([other, 404]);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE'])
      expect([method, (await fetch(webhook, { method })).status]).toEqual([method, 404]);
    expect(await items()).toBe(before);
  });

  it('asks whoever floods it to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => post('{}')));
    const waiting = answers.find(({ status }) => status === 429);
    expect(waiting?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('a source that is never read', () => {
  it('is in order once something came, and is asked nothing', async () => {
    expect((await hub.events('source.first-read')).map(({ data }) => data)).toEqual([
      { source: 'organisers', assembly: 'lille', items: 0 },
    ]);
    expect(await hub.events('source.failed')).toEqual([]);
  });

  it('has other links, and the old ones are dead, once its edition is raised', async () => {
    await hub.stop();
    const next = await HubUnderTest.start({ folder: hub.folder, configuration: receiving({ links: 2 }) });
    try {
      const of = (address: string): string => new URL(new URL(address).pathname, next.url).href;
      expect((await post('{}', 'application/json', of(webhook))).status).toBe(404);
      expect((await post('{}', 'application/json', linksOf(next).webhook)).status).toBe(422);
    } finally {
      await next.stop();
    }
  });
});
