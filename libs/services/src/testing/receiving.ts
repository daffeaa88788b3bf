import { Keys } from '@relais/transport';
import type { SourceId } from '@relais/vocabulary';
import { SignedLinks, type IntakeLinks } from '../intake/signed-links.js';
import { Deployment } from '../wiring/deployment.js';
import type { HubUnderTest } from './hub-under-test.js';

/** Lille, with a source that is never read and to which announcements come in every way; `more` is said of it, or of others. */
export const receiving = (more: object = {}, ...others: readonly object[]): string =>
  JSON.stringify({
    assemblies: [
      {
        ...{ id: 'lille', name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' },
        sources: [
          { id: 'organisers', title: 'Annonces', platform: 'form', receives: ['webhook', 'form', 'mail'], ...more },
          ...others,
        ],
      },
    ],
  });

/** The secret links of a source of this hub. */
export const linksOf = (hub: HubUnderTest, source = 'organisers'): Required<IntakeLinks> => {
  const deployment = hub.get(Deployment);
  const intake = deployment.intake(source as SourceId);
  if (intake === undefined) throw new Error(`${source} receives nothing`);
  const links = new SignedLinks(hub.get(Keys), deployment).linksOf(intake);
  const { webhook = '', form = '', mail = '' } = links;
  return { webhook, form, mail };
};
