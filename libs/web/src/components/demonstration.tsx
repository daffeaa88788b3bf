import { sources } from '@relais/read-models';
import { messages } from '../i18n/messages.js';
import type { PageRequest } from '../page.js';
import { pathOf } from './links.js';

/** Says that this hub reads samples, as long as any of its sources is one. */
export const Demonstration = ({ request: { models, language } }: { request: PageRequest }) => {
  if (!models.find(sources).some(({ row }) => row.sample)) return null;
  const words = messages[language];
  return (
    <aside class="demo" aria-label={words.sample}>
      <p class="width">
        {words.demonstration} <a href={pathOf('/sources', language)}>{words.demonstrationSources}</a>
      </p>
    </aside>
  );
};
