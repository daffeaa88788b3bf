import { assemblies, sourceItems, sources } from '@relais/read-models';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { SourceHealth } from '../../components/source-health.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { LastItems } from './last-items.js';
import { Refusals } from './refusals.js';
import { SourceFacts } from './source-facts.js';
import { Trouble } from './trouble.js';

/** One source: where it is, whether it can be read and what to do if not, what of it could not be used, what it showed last. */
export const sourcePage: Page = {
  name: 'source',
  paths: ['/sources/:id'],
  render({ models, params, language }) {
    const row = models.get(sources, params['id'] ?? '');
    if (row === undefined) return undefined;
    const words = messages[language];
    const profile = models.get(assemblies, row.assembly)?.profile;
    const publisher = profile?.name ?? row.assembly;
    const seen = { row, language, zone: profile?.zone ?? commonZone };
    return {
      title: words.titleOf(words.sourcePage.kind, row.title),
      description: `${row.title}, ${publisher}. ${words.sourcesIntro}`,
      body: (
        <>
          <p class="quiet">
            <a href={pathOf('/sources', language)}>{words.sources}</a>
          </p>
          <h1 dir="auto">{row.title}</h1>
          <SourceHealth {...seen} />
          <Trouble {...seen} />
          <SourceFacts {...seen} publisher={publisher} />
          {row.sample && <p class="quiet">{words.sampleText}</p>}
          <Refusals {...seen} />
          <LastItems {...seen} items={models.get(sourceItems, row.source)?.items ?? []} />
        </>
      ),
    };
  },
};
