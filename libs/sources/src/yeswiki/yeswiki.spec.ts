import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';

const entries = 'https://wiki.test/?api/forms/2/entries';
const read = async (body: string, url = entries) => readDocument(fetched(body, { url }));

const entry = (members: object) =>
  JSON.stringify({ id_fiche: 'Atelier', id_typeannonce: '2', bf_titre: 'A', ...members });
const whenIn = async (members: object) => (await read(entry(members))).document.reports[0]?.fields.when;

describe('a form of YesWiki', () => {
  it.each(['[]', '{}'])('may have no entries: %s', async (body) => {
    expect(await read(body)).toEqual({ format: 'yeswiki', document: { reports: [], errors: [] } });
    await expect(read(body, 'https://wiki.test/?Accueil')).rejects.toThrow('JSON without items');
  });
});

describe('an entry of YesWiki', () => {
  it('has the address of its page on the wiki as its key, as in the calendar of the wiki', async () => {
    const { document } = await read(entry({ bf_date_debut_evenement: '2026-11-26' }));
    expect(document.reports[0]?.item).toBe('https://wiki.test/?Atelier');
    expect(document.reports[0]?.fields.aliases).toEqual(['https://wiki.test/?Atelier']);
  });

  it('is from an hour to an unknown one where its end is a day', async () => {
    const times = { bf_date_debut_evenement: '2026-11-26T18:00:00+01:00', bf_date_fin_evenement: '2026-11-27' };
    expect(await whenIn(times)).toEqual({ kind: 'timed', starts: '2026-11-26T17:00:00Z', zone: 'Europe/Paris' });
  });

  it('is undated where its date is empty, and news where its form has none', async () => {
    const undated = (await read(entry({ bf_date_debut_evenement: '' }))).document.reports[0]?.fields;
    expect([undated?.kind, undated?.when]).toEqual(['gathering', undefined]);
    expect((await read(entry({}))).document.reports[0]?.fields.kind).toBe('news');
  });
});
