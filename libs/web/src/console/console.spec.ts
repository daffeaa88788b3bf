import type { history } from '@relais/read-models/testing';
import { languages, type AdminId } from '@relais/vocabulary';
import { renderPage } from '../layout/document.js';
import { filledHub } from '../testing/filled-hub.js';
import { elements, mainText } from '../testing/rendered.js';
import { requestOf, stylesheet } from '../testing/request.js';
import { overviewPage } from './overview.js';
import { signInPage, type SignIn } from './sign-in.js';

const steps: SignIn[] = [
  ...[{ step: 'ask' } as const, { step: 'ask', error: 'no-address' } as const, { step: 'sent' } as const],
  ...[{ step: 'bad-link' } as const, { step: 'foreign' } as const, { step: 'enter', token: '"><script>' } as const],
];
const stepsInEach = languages.flatMap((language) => steps.map((at) => [at.step, language, at] as const));

describe('the way into the console', () => {
  it.each(stepsInEach)('has a page for %s in %s, kept out of searches', async (_step, language, at) => {
    const request = requestOf(await filledHub(), '/admin/entrer', { language });
    const html = renderPage(request, signInPage(request, at), stylesheet);
    expect(elements(html, 'h1')).toHaveLength(1);
    expect(html).not.toMatch(/undefined|\[object|<script>/u);
    expect(html).toContain('<meta name="robots" content="noindex"');
  });
});

describe('the overview of the console', () => {
  const overview = async (...more: readonly (typeof history)[number]['events'][number][]): Promise<string> => {
    const request = requestOf(await filledHub(...more), '/admin');
    return mainText(renderPage(request, overviewPage({ ...request, admin: 'secretariat' as AdminId }), stylesheet));
  };

  it('names what fails and why, and who is in', async () => {
    const text = await overview({
      type: 'source.failed',
      data: {
        ...{ source: 'lille-wiki' as never, assembly: 'lille' as never },
        reason: { code: 'timeout', detail: 'no answer for 30 s' },
      },
    });
    expect(text).toContain('no answer for 30 s');
    expect(text).toContain('« secretariat »');
  });
});
