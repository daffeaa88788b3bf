import { templateVersion } from '@relais/digests';
import { founded, projected } from '@relais/read-models/testing';
import type { AssemblyId, IssueId, ListId } from '@relais/vocabulary';
import { mainText, rendered } from '../../testing/rendered.js';

const composed = (more: object = {}): ReturnType<typeof founded> => ({
  type: 'digest.composed',
  data: {
    ...{ issue: 'info-lille-2026-11' as IssueId, list: 'info-lille' as ListId, assembly: 'lille' as AssemblyId },
    ...{ date: '2026-11-15', period: { since: null, until: '2026-11-15T08:00:00Z' } },
    ...{ position: '40', template: templateVersion, hash: 'f00dcafe' },
    content: { upcoming: [], announced: [], news: [{ title: 'Un article', source: 'Blog' }] },
    ...more,
  },
});
const page = async (more: object = {}, address = '/lettres/info-lille-2026-11') =>
  rendered(await projected(founded(), composed(more)), address);

describe('the page of a letter', () => {
  it('says where in the log it was composed, and the fingerprint of what it says', async () => {
    const { html, title } = await page();
    expect(title).toBe('Les communs à Lille, novembre 2026');
    expect(mainText(html)).toContain('Composée à la position 40 du journal ; empreinte de ce qu’elle dit : f00dcafe.');
    expect(mainText(html)).not.toContain('modèle');
  });

  it('says so where it was sent with another template than it is shown with', async () => {
    expect(mainText((await page({ template: 2 })).html)).toContain(
      `Elle est partie avec le modèle 2 ; cette page dit les mêmes faits avec le modèle ${templateVersion}.`,
    );
  });

  it('leads to its notice, in its language', async () => {
    const { html } = await page({}, '/lettres/info-lille-2026-11?lang=en');
    expect(html).toContain('<a href="/lettres/info-lille-2026-11.pdf?lang=en">For the notice board (PDF, A4)</a>');
    expect(html).toContain('type="application/pdf"');
  });

  it('is not there while somebody has to approve it', async () => {
    expect((await page({ needsApproval: true })).status).toBe(404);
    const { html } = await page({ needsApproval: true }, '/lettres');
    expect(html).not.toContain('info-lille-2026-11');
    expect((await page({}, '/lettres')).html).toContain('href="/lettres/info-lille-2026-11"');
  });
});
