import type { FetchRequest } from '@relais/transport';
import type { DeployedSource } from '../../wiring/deployment.js';

/** Servers that show one address to people and to one another, in what they speak among themselves. */
const federated = new Set([
  ...['activitypub', 'activitystreams', 'mastodon', 'mobilizon', 'gancio', 'peertube', 'pleroma', 'friendica', 'lemmy'],
]);
/** What is a feed, a calendar or an interface by its name says the same whatever is asked for; a front page is nobody's actor. */
const onlyOneThing = /^\/$|\.(ics|atom|rss|xml|json|html?)$|\/(feed|api)(\/|$)/i;

/** What to ask a source's server for before all else; undefined for what most servers have. */
export const preferredOf = ({ description: { platform } }: DeployedSource, url: string): FetchRequest['prefers'] =>
  federated.has(platform) && !onlyOneThing.test(new URL(url).pathname) ? 'activitystreams' : undefined;
