import type { ImportFormat } from '@relais/mailing-list';
import type { Wanted } from './columns.js';
import { readLines } from './formats.js';
import { judged } from './judging.js';
import { textLines } from './text-lines.js';

const now = '2026-11-25T09:00:00Z';
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7);
}
const read = async (text: string, options: { format?: ImportFormat; wanted?: Wanted } = {}) => {
  const { format, lines } = await readLines(textLines(pieces(text)), options);
  const came: unknown[] = [];
  for await (const line of lines) {
    const one = judged(line, now);
    came.push(
      'why' in one ? [one.line, one.why] : [one.line, one.address, one.language, one.since].filter((part) => part),
    );
  }
  return { format, came };
};
const [alice, bob, zoe] = ['alice@exemple.test', 'bob@exemple.test', 'zoé@exemple.test'];

describe('a table of subscribers', () => {
  it.each([
    ['semicolons', `Nom;Courriel;Langue;Date\nAlice;${alice};fr;04/05/2019\nBob;${bob};en;2020-01-02\n`],
    ['commas', `name,E-mail,lang,subscribed_at\r\nAlice,${alice},fr_FR,2019-05-04\r\nBob,${bob},English,2020-01-02`],
    ['tabs', `Email\tLanguage\tSince\n${alice}\tfr\t4 May 2019\n${bob}\tEN\t2020-01-02\n`],
    ['quotes', `"Courriel","Langue","Date"\n"${alice}","fr","04/05/2019"\n"${bob}","en","02/01/2020"\n`],
    ['Excel’s own line', `sep=;\nCourriel;Langue;Depuis\n${alice};fr;2019-05-04\n${bob};en;2020-01-02\n`],
  ])('is read with %s', async (_with, text) => {
    const { format, came } = await read(text);
    expect([format, came.map((line) => (line as unknown[]).slice(1))]).toEqual([
      'csv',
      [
        [alice, 'fr', '2019-05-04'],
        [bob, 'en', '2020-01-02'],
      ],
    ]);
  });

  it('is read by the columns that somebody names, or numbers, whatever else it holds', async () => {
    const text = `Courriel;Contact;Parle\nrien@exemple;${alice};anglais\n`;
    for (const wanted of [
      { address: 'contact', language: 'PARLE' },
      { address: '2', language: '3' },
    ])
      expect((await read(text, { wanted })).came).toEqual([
        // The first line holds no address: it is one of names.
        [2, alice, 'en'],
      ]);
  });

  it('without such a column is not read, and the message repeats no address', async () => {
    const wanted = { address: 'Mail' };
    await expect(read('Nom;Adresse\nA;a', { wanted })).rejects.toThrow(
      'no column «Mail» for address; it has «Nom», «Adresse»',
    );
    await expect(read(`Alice;${alice}\n`, { wanted })).rejects.toThrow(
      'its first line holds no names: number the columns, from 1 to 2',
    );
  });

  it('needs no names, where one column holds addresses', async () => {
    expect((await read(`Alice,${alice}\nBob,${bob}\n`)).came).toEqual([
      [1, alice, 'fr'],
      [2, bob, 'fr'],
    ]);
    expect((await read(`${alice}\n\n${bob}`)).came).toEqual([
      [1, alice, 'fr'],
      [3, bob, 'fr'],
    ]);
    expect((await read(`Qui;Où\nAlice;${alice}\n`)).came).toEqual([
      [1, 'no-address'],
      [2, alice, 'fr'],
    ]);
  });

  it('has texts over several lines, and quotes in quotes', async () => {
    const text = `Note;Courriel\n"une ""amie""\n\nde Lille; et d’ailleurs";${alice}\nx;${bob}\n`;
    expect((await read(text)).came).toEqual([
      [2, alice, 'fr'],
      [5, bob, 'fr'],
    ]);
  });

  it('loses no line but the broken one to a quote that nobody closed, or that is a sign of inches', async () => {
    const text = `Note;Courriel\n"ouvert;${alice}\nécran 5";${bob}\nx;${zoe}\n`;
    expect((await read(text)).came).toEqual([
      [2, 'unreadable'],
      [3, bob, 'fr'],
      [4, zoe, 'fr'],
    ]);
    const long = `Courriel\n"${alice}\n${`${bob}\n`.repeat(50)}`;
    expect((await read(long)).came.filter((line) => (line as unknown[])[1] === bob)).toHaveLength(50);
  });

  it('puts nobody’s header into a letter', async () => {
    expect((await read(`Courriel\n"${alice}\nBcc: eve@exemple.test"\n${bob}\n`)).came).toEqual([
      [2, 'unreadable'],
      [3, 'local-part'],
      [4, bob, 'fr'],
    ]);
    expect((await read(`Courriel\n"${alice}\nX: y"\n"${zoe}\0"\n`)).came).toEqual([
      [2, 'unreadable'],
      [3, 'no-address'],
      [4, 'control-character'],
    ]);
  });

  it('may have lines that are too short, too long, or empty', async () => {
    const text = `Nom;Courriel\nAlice\n;;;\n\nBob;${bob};x;y\n${'x'.repeat(20_000)}\nZoé;${zoe}`;
    expect((await read(text)).came).toEqual([
      [2, 'no-address'],
      [5, bob, 'fr'],
      [6, 'too-long'],
      [7, zoe, 'fr'],
    ]);
  });
});

describe('an export of Sympa', () => {
  it('is read from a dump: since when, and who receives nothing', async () => {
    const text = [
      ...[`email ${alice}`, 'gecos Alice Martin', 'reception mail', 'visibility noconceal', 'date 1556964000'],
      ...['update_date 1600000000', 'subscribed 1', '', 'gecos nobody', ''],
      ...[`email ${bob}`, 'date 1556964000', 'reception nomail', '', `email ${zoe}`, 'reception digest'],
      ...['email eve@exemple.test', 'suspend 1', '', 'email', 'gecos broken', ''],
    ].join('\n');
    expect(await read(text)).toEqual({
      format: 'sympa',
      came: [
        [1, alice, 'fr', '2019-05-04'],
        [9, 'no-address'],
        [11, 'receives-nothing'],
        [15, zoe, 'fr'],
        [17, 'receives-nothing'],
        [20, 'no-address'],
      ],
    });
  });

  it('is read from a review, one person a line', async () => {
    const text = `# 3 abonnés\n${alice}\n${bob}\tBob Dupont\n${zoe}; Zoé\nZoé <eve@exemple.test>\npersonne\n`;
    expect((await read(text, { format: 'sympa' })).came).toEqual([
      [2, alice, 'fr'],
      [3, bob, 'fr'],
      [4, zoe, 'fr'],
      [5, 'eve@exemple.test', 'fr'],
      [6, 'no-address'],
    ]);
  });
});

describe('an export of Mailman', () => {
  it('is read from its list of members', async () => {
    const text = `Alice Martin <${alice}>\n"Dupont, Bob" <${bob}>\n${zoe}\n\nEve <eve@>\n`;
    expect(await read(text)).toEqual({
      format: 'mailman',
      came: [
        [1, alice, 'fr'],
        [2, bob, 'fr'],
        [3, zoe, 'fr'],
        [5, 'domain'],
      ],
    });
  });

  it('is read from its table', async () => {
    const text = `Display name,Email\n"Martin, Alice",${alice}\n`;
    expect((await read(text, { format: 'mailman' })).came).toEqual([[2, alice, 'fr']]);
  });

  it('is read from the dump of a list’s configuration: who gets digests too, and who nothing', async () => {
    const text = [
      '[----- start pickle file -----]',
      '<----- start object 1 ----->',
      "{   'accept_these_nonmembers': ['eve@exemple.test'],",
      "    'delivery_status': {   'bob@exemple.test': (3, 1556964000.0)},",
      `    'digest_members': {   'd@exemple.test': 0},`,
      "    'language': {   'alice@exemple.test': 'fr',",
      "                    'd@exemple.test': 'en'},",
      "    'members': {   'alice@exemple.test': 'Alice@Exemple.test',",
      "                   'bob@exemple.test': 0,",
      `                   "o'neill@exemple.test": 0},`,
      "    'moderator': ['eve@exemple.test'],",
      "    'passwords': {   'alice@exemple.test': 'secret'}}",
    ].join('\n');
    expect(await read(text)).toEqual({
      format: 'mailman',
      came: [
        [8, 'Alice@exemple.test', 'fr'],
        [9, 'receives-nothing'],
        [10, "o'neill@exemple.test", 'fr'],
        [5, 'd@exemple.test', 'en'],
      ],
    });
  });
});
