import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asModule, compiledByMjml } from '../testing/compiled-by-mjml.js';
import { html } from './html.js';
import { letterDocument } from './shell.js';

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

describe('the shell of letters', () => {
  it('is what MJML makes of its source: else «npm run templates» was forgotten', async () => {
    expect(asModule(await compiledByMjml(file('letter.mjml')))).toBe(file('compiled-shell.ts'));
  });

  it('is refused where MJML does not understand its source', async () => {
    await expect(compiledByMjml('<mjml><mj-body><mj-nothing /></mj-body></mjml>')).rejects.toThrow('mj-nothing');
  });

  it('puts each thing where it belongs, escaped, and looks for no hole in what is put in', () => {
    const page = letterDocument(
      { title: '[[content]] "&"', language: 'nl', preheader: '<b>' },
      html`<p>[[title]] $&amp; $1</p>`,
    );
    expect(page).toContain('<title>[[content]] &quot;&amp;&quot;</title>');
    expect(page).toContain('<p>[[title]] $&amp; $1</p>');
    expect(page).toContain('&lt;b&gt;');
    expect(page.match(/lang="nl" dir="ltr"/gu)).toHaveLength(2);
  });

  it('has nothing of a preheader where there is none', () => {
    expect(letterDocument({ title: 't', language: 'fr' }, html``)).not.toContain('&zwnj;');
  });
});
