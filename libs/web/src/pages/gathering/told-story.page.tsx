import { assemblies, gatherings, sources, type Step } from '@relais/read-models';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { ToldStep } from './told-step.js';

/** The story of one gathering, event by event, as it was read in the log. */
export const toldStoryPage = (steps: readonly Step[]): Page => ({
  name: 'told-story',
  paths: ['/rencontres/:id/histoire'],
  render({ models, params, language }) {
    const row = models.get(gatherings, params['id'] ?? '');
    if (row === undefined) return undefined;
    const words = messages[language].toldStory;
    const profile = models.get(assemblies, row.assembly)?.profile;
    const known = new Map(models.find(sources).map((one) => [one.key, one.row.title]));
    const path = `/rencontres/${row.gathering}`;
    return {
      title: words.title(row.title),
      description: words.lead,
      alternates: [{ href: `${path}/histoire.json`, type: 'application/json', title: row.title }],
      body: (
        <>
          <p class="quiet">
            <a href={pathOf(path, language)}>{words.back}</a>
          </p>
          <h1 dir="auto">{words.title(row.title)}</h1>
          <p class="lead">{words.lead}</p>
          <ol class="told">
            {steps.map((step) => (
              <ToldStep
                key={step.position}
                step={step}
                titleOf={(source) => known.get(source) ?? source}
                zone={profile?.zone ?? commonZone}
                language={language}
              />
            ))}
          </ol>
          <ul class="links">
            <li>
              <a href={`${path}/histoire.json`}>JSON</a>
            </li>
          </ul>
        </>
      ),
    };
  },
});
