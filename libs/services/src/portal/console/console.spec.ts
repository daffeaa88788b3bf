import { HubUnderTest, oneAssembly, outbox } from '../../testing/index.js';

const now = '2026-11-25T09:00:00Z';
const address = 'secretariat@exemple.test';
const configuration = (...admins: string[]): string =>
  JSON.stringify({
    ...(JSON.parse(oneAssembly()) as object),
    admins: admins.map((id) => ({ id, address: `${id}@exemple.test` })),
  });

let hub: HubUnderTest;
/** The hub at this hour, on the data that it had before. */
const hubAt = async (time: string, ...admins: string[]): Promise<void> => {
  await hub?.stop();
  hub = await HubUnderTest.start({
    configuration: configuration(...admins),
    environment: { RELAIS_NOW: time },
    ...(hub && { folder: hub.folder }),
  });
};
beforeEach(() => hubAt(now, 'secretariat'));
afterEach(async () => {
  await hub.end();
  hub = undefined as never;
});

const get = (path: string, cookie = ''): Promise<Response> =>
  hub.fetch(path, { redirect: 'manual', headers: { cookie } });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  hub.fetch(path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
/** Asks with the form, and resolves to the token in the letter that came; what is sent in the background ends with the hub. */
const tokenFor = async (asking: string): Promise<string | undefined> => {
  expect(await (await post('/admin/entrer', { adresse: asking })).text()).toContain('Regardez votre courrier');
  await hubAt(now, 'secretariat');
  const [letter] = await outbox(hub.folder);
  return new URL(letter?.links.at(-1) ?? 'none:').searchParams.get('jeton') ?? undefined;
};
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const signedIn = async (): Promise<string> =>
  cookieOf(await post('/admin/entrer', { jeton: (await tokenFor(address)) ?? '' }));

describe('the console', () => {
  it('leads whoever is not in to the door', async () => {
    const response = await get('/admin');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/admin/entrer']);
    expect(await hub.text('/admin/entrer')).toContain('Envoyer le lien');
  });

  it('leads whoever comes in to the page they wanted, and at once whoever is in', async () => {
    const wanted = '/admin/rapprochements?une=abc';
    const door = `/admin/entrer?${new URLSearchParams({ vers: wanted })}`;
    expect((await get(wanted)).headers.get('location')).toBe(door);
    expect(await hub.text(door)).toContain(`action="${door}"`);
    await post(door, { adresse: address });
    await hubAt(now, 'secretariat');
    const link = new URL((await outbox(hub.folder))[0]?.links.at(-1) ?? 'none:');
    expect(link.searchParams.get('vers')).toBe(wanted);
    const entered = await post(door, { jeton: link.searchParams.get('jeton') ?? '' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, wanted]);
    expect((await get(door, cookieOf(entered))).headers.get('location')).toBe(wanted);
    expect((await get('/admin/entrer', cookieOf(entered))).headers.get('location')).toBe('/admin');
  });

  it.each([
    ...['https://ailleurs.exemple/admin', '//ailleurs.exemple', '/admin@ailleurs.exemple', '/admin\\..', '/lettres'],
    ...['/admin/entrer', '/admin/sortir', '/admin/../lettres', '/admin?a=\r\nSet-Cookie: b'],
  ])('leads nobody to %j', async (vers) => {
    const cookie = await signedIn();
    const location = (await get(`/admin/entrer?${new URLSearchParams({ vers })}`, cookie)).headers.get('location');
    expect(location).toBe('/admin');
  });

  it('lets an admin in by a link that is sent, opened, and used once', async () => {
    const token = (await tokenFor(address.toUpperCase())) ?? '';
    const opened = await get(`/admin/entrer?jeton=${token}`);
    expect([opened.status, opened.headers.getSetCookie()]).toEqual([200, []]);
    const entered = await post('/admin/entrer', { jeton: token });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/admin']);
    expect(entered.headers.getSetCookie()[0]).toMatch(/; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const inside = await get('/admin', cookieOf(entered));
    expect(inside.headers.get('cache-control')).toBe('no-store');
    expect(await inside.text()).toContain('Vous êtes ici comme « secretariat »');
    expect((await post('/admin/entrer', { jeton: token })).status).toBe(400);
    expect((await get(`/admin/entrer?jeton=${token}`)).status).toBe(400);
  });

  it('writes to nobody else, and says the same to everybody', async () => {
    expect(await tokenFor('quelquun@exemple.test')).toBeUndefined();
    expect(await outbox(hub.folder)).toEqual([]);
  });

  it('writes one letter a minute, however often it is asked', async () => {
    for (let times = 0; times < 3; times++) await post('/admin/entrer', { adresse: address });
    await hub.stop();
    expect(await outbox(hub.folder)).toHaveLength(1);
  });

  it('asks for an address where none was given', async () => {
    const response = await post('/admin/entrer', { adresse: ' ' });
    expect([response.status, (await response.text()).includes('Donnez une adresse')]).toEqual([400, true]);
  });

  it('lets nobody in by a link of a quarter of an hour ago', async () => {
    const token = (await tokenFor(address)) ?? '';
    await hubAt('2026-11-25T09:15:00Z', 'secretariat');
    expect((await post('/admin/entrer', { jeton: token })).status).toBe(400);
  });

  it('is left after twelve hours, by whoever is no admin any more, and by the way out', async () => {
    const cookie = await signedIn();
    await hubAt('2026-11-25T20:59:00Z', 'secretariat');
    expect((await get('/admin', cookie)).status).toBe(200);
    expect(cookieOf(await post('/admin/sortir', {}, { cookie }))).toBe('relais-admin=');
    await hubAt('2026-11-25T20:59:00Z', 'autre');
    expect((await get('/admin', cookie)).status).toBe(303);
    await hubAt('2026-11-25T21:00:00Z', 'secretariat');
    expect((await get('/admin', cookie)).status).toBe(303);
  });

  it.each([
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', 'same-site'],
    ['origin', 'https://ailleurs.exemple'],
    ['origin', 'null'],
  ])('takes nothing that another site sends: %s %s', async (name, value) => {
    const token = (await tokenFor(address)) ?? '';
    const response = await post('/admin/entrer', { jeton: token }, { [name]: value });
    expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
    expect((await post('/admin/entrer', { jeton: token })).status).toBe(303);
  });

  it('takes what a browser sends over plain http, which is told of the console, and of nothing else, where it was', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('referrer-policy');
    expect(await Promise.all(['/admin/entrer', '/admin/nulle-part', '/admin/entrer?lang=en'].map(policyOf))).toEqual(
      Array(3).fill('same-origin'),
    );
    expect(await Promise.all(['/', '/abonnement', '/administration'].map(policyOf))).toEqual(
      Array(3).fill('no-referrer'),
    );
    const token = (await tokenFor(address)) ?? '';
    const origin = { origin: new URL(hub.url).origin };
    const entered = await post('/admin/entrer', { jeton: token }, origin);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/admin']);
  });

  it('takes no token that was made for something else', async () => {
    const session = (await signedIn()).split('=')[1] ?? '';
    expect((await post('/admin/entrer', { jeton: session })).status).toBe(400);
    for (const wrong of ['', 'relais-admin=', 'relais-admin=YQ.YQ'])
      expect((await get('/admin', wrong)).status).toBe(303);
  });

  it('records nothing of who comes and goes', async () => {
    const before = await hub.events();
    await signedIn();
    expect(await hub.events()).toEqual(before);
  });
});
