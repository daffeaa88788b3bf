import { Collecting } from '../../../collector/collecting.js';
import { formsWith, HubUnderTest, SignedIn } from '../../../testing/index.js';

const environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };
let hub: HubUnderTest;
let admin: SignedIn;
const path = '/admin/rapprochements';

const started = async (folder?: string): Promise<void> => {
  hub = await HubUnderTest.start({ environment, ...(folder !== undefined && { folder }) });
  admin = await SignedIn.to(hub);
};
beforeEach(() => started());
afterEach(() => hub.end());

/** The gathering that an announcement of Démosphère speaks of. */
const gatheringOf = async (number: number): Promise<string> => {
  const item = `https://lille.demosphere.net/rv/${number}`;
  const attached = await hub.events('gathering.announcement-attached');
  const found = attached.find(({ data }) => (data as { announcement: { item: string } }).announcement.item === item);
  return (found?.data as { gathering: string }).gathering;
};
/** As it is, wherever the hub listens. */
const agenda = async () => (await hub.text('/lille/agenda?depuis=2016-01-01')).replaceAll(hub.url, '');
const two = async () => [await gatheringOf(4480), await gatheringOf(4482)] as const;
const caseOf = (une: string, autre: string): Promise<string> =>
  admin.text(`${path}?${new URLSearchParams({ une, autre })}`);
/** Presses a button of the only form that has it. */
const press = async (html: string, button: string, more: Record<string, string> = {}): Promise<Response> => {
  const [form] = formsWith(html, button);
  if (form === undefined) throw new Error(`no form has the button ${button}`);
  const answer = await admin.post(path, { ...form, ...more });
  await hub.shown();
  return answer;
};

describe('moderation in the console', () => {
  it('shows two gatherings side by side, makes them one, and takes that back without a trace', async () => {
    const [one, other] = await two();
    const [before, page] = [await agenda(), await hub.text(`/rencontres/${other}`)];
    const shown = await caseOf(`${hub.url}/rencontres/${one}?lang=en`, `/rencontres/${other}.ics`);
    expect(shown.match(/va dans/g)).toHaveLength(3);
    expect(await hub.events('ruling.made')).toEqual([]);
    const done = await press(shown, 'meme', { note: 'vu sur place' });
    expect(new URL(done.url).searchParams.get('faite')).toMatch(/^[0-9a-f]{10}$/);
    const text = await done.text();
    expect(text).toContain('Décidé\u00a0: c’est la même rencontre.');
    expect(text).toContain('vu sur place');
    expect(text).toContain('par secretariat');
    expect(text).not.toContain('applique encore');
    expect(await agenda()).not.toContain(`/rencontres/${other}`);
    expect(await hub.text(`/rencontres/${other}`)).toContain(`href="/rencontres/${one}"`);
    const undone = await (await press(text, 'defaire')).text();
    expect(undone).toContain('Défait');
    expect(undone).toContain('défaite par secretariat');
    expect(formsWith(undone, 'defaire')).toEqual([]);
    expect(await agenda()).toBe(before);
    expect(await hub.text(`/rencontres/${other}`)).toContain('3 annonces parlent de cette rencontre');
    expect(page).toContain('3 annonces parlent de cette rencontre');
  });

  it('holds after a restart, and can be undone then', async () => {
    const [one, other] = await two();
    const before = await agenda();
    await press(await caseOf(one, other), 'meme');
    await hub.stop();
    await started(hub.folder);
    expect(await agenda()).not.toContain(`/rencontres/${other}`);
    await press(await admin.text(path), 'defaire');
    expect(await agenda()).toBe(before);
  });

  it('says that two are never the same, and lets nobody say the contrary until that is undone', async () => {
    const [one, other] = await two();
    const text = await (await press(await caseOf(one, other), 'jamais')).text();
    expect(text).toContain('ce n’est jamais la même rencontre');
    const [ruling] = await hub.events('ruling.made');
    const id = (ruling?.data as { ruling: string }).ruling;
    const again = await caseOf(one, other);
    expect(again).toContain('Cela contredit une décision qui tient');
    expect(again).toContain(`href="#decision-${id}"`);
    expect(again).toContain(`id="decision-${id}"`);
    expect([formsWith(again, 'meme'), formsWith(again, 'jamais')]).toEqual([[], []]);
    const refused = await admin.post(path, { etape: 'meme', une: one, autre: other, annonce: '', note: 'si' });
    expect([refused.status, (await refused.text()).includes('Cela contredit')]).toEqual([400, true]);
    expect(await hub.events('ruling.made')).toHaveLength(1);
  });

  it('takes an announcement out of its gathering', async () => {
    const [one] = await two();
    const seen = await admin.text(`${path}?une=${one}`);
    const [, href = ''] = /href="([^"]*annonce=[^"]*)"/.exec(seen) ?? [];
    const taking = await admin.text(href.replaceAll('&amp;', '&'));
    expect(taking).toContain('une rencontre à part');
    const [{ annonce = '' } = {}] = formsWith(taking, 'jamais');
    expect(annonce).not.toBe('');
    expect(formsWith(taking, 'meme')).toEqual([]);
    const text = await (await press(taking, 'jamais')).text();
    expect(text).toContain('Décidé');
    const moved = (await hub.events('gathering.announcement-detached')).at(-1)?.data as { gathering: string };
    expect(moved.gathering).toBe(one);
    await press(text, 'defaire');
    expect(await admin.text(`${path}?une=${one}`)).toContain(href);
  });

  it('says what is wrong beside its field, and loses nothing that was typed', async () => {
    const [one] = await two();
    for (const [une, autre, said] of [
      ['nulle-part', one, 'Aucune rencontre n’a cette adresse.'],
      ['', one, 'Donnez l’adresse d’une rencontre.'],
      [one, one, 'C’est la même rencontre deux fois.'],
    ] as const) {
      const answer = await admin.get(`${path}?${new URLSearchParams({ une, autre })}`);
      const text = await answer.text();
      expect([answer.status, text.includes(said)]).toEqual([400, true]);
      expect(text).toContain(`value="${autre}"`);
    }
    const [a, b] = await two();
    const note = 'x'.repeat(501);
    const text = await (await press(await caseOf(a, b), 'meme', { note })).text();
    expect(text).toContain('Au plus 500 caractères.');
    expect(formsWith(text, 'meme')).toMatchObject([{ note, une: a, autre: b }]);
    expect(await hub.events('ruling.made')).toEqual([]);
  });

  it('decides nothing where nobody collects, and says so', async () => {
    const [one, other] = await two();
    const shown = await caseOf(one, other);
    await hub.get(Collecting).onApplicationShutdown();
    const answer = await press(shown, 'meme', { note: 'gardez-moi' });
    const text = await answer.text();
    expect([answer.status, text.includes('le collecteur ne tourne pas')]).toEqual([503, true]);
    expect(formsWith(text, 'meme')).toMatchObject([{ note: 'gardez-moi' }]);
    expect(await hub.events('ruling.made')).toEqual([]);
  });

  it('is reached from the page of each gathering, by an address that is the same for everybody', async () => {
    const [one] = await two();
    const door = `/admin/entrer?${new URLSearchParams({ vers: `${path}?une=${one}` })}`;
    expect(await hub.text(`/rencontres/${one}`)).toContain(`href="${door}" rel="nofollow"`);
    expect((await hub.fetch(door)).status).toBe(200);
    const answer = await hub.fetch(`${path}?une=${one}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe(door);
  });

  it('speaks English too, and keeps what is compared when the language changes', async () => {
    const [one, other] = await two();
    const text = await admin.text(`${path}?une=${one}&autre=${other}&lang=en`);
    expect(text).toContain('Is this one gathering?');
    expect(text).toContain(`href="${path}?une=${one}&amp;autre=${other}"`);
  });

  it.each(['meme', 'jamais', 'defaire'])('takes no «%s» from another site, or from who is not in', async (etape) => {
    const [une, autre] = await two();
    const fields = { etape, une, autre, annonce: '', note: '', decision: 'x' };
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])
      expect((await admin.post(path, fields, headers)).status).toBe(403);
    const body = new URLSearchParams(fields);
    expect((await hub.fetch(path, { method: 'POST', redirect: 'manual', body })).status).toBe(303);
    expect(await hub.events('ruling.made')).toEqual([]);
  });
});
