import type { HubEvent } from '@relais/catalogue';
import type { TellableIssue } from '@relais/digests';
import type { EventOf } from '@relais/event-sourcing';
import type { Deployment } from '../wiring/deployment.js';

/** An issue with the names of whom it is from, as the configuration has them. */
export const tellableIssue = (
  deployment: Deployment,
  { issue, date, content, cadence, assembly, list }: EventOf<HubEvent, 'digest.composed'>['data'],
): TellableIssue => {
  const { profile, lists } = deployment.assembly(assembly);
  return {
    ...{ issue, date, content, city: profile.city, zone: profile.zone, assemblyName: profile.name },
    listName: lists.find(({ id }) => id === list)?.name ?? profile.name,
    publicUrl: deployment.settings.publicUrl,
    ...(cadence && { cadence }),
  };
};
