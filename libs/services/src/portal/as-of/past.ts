import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import {
  assemblies,
  gatherings,
  GatheringsThen,
  momentAsked,
  PastViews,
  ReadModels,
  type Moment,
  type NoMoment,
} from '@relais/read-models';
import { Clock, type TimeZone } from '@relais/vocabulary';
import { commonZone } from '@relais/web';
import { filesIn } from '../../wiring/adapters.js';
import { Deployment } from '../../wiring/deployment.js';
import type { Visit } from '../visit.js';

/** Rows as they stood, until they are let go of. */
export type Then = Readonly<{ models: ReadModels; release(): void }>;

/** The hub as it was: finds moments, and the rows of then. */
@Injectable()
export class Past implements OnApplicationShutdown {
  readonly #views: PastViews;
  readonly #gatherings: GatheringsThen;

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) { dataFolder }: Deployment,
  ) {
    this.#views = new PastViews(store, filesIn(dataFolder).asOf);
    this.#gatherings = new GatheringsThen(store);
  }

  /** A day ends where the assembly is that the page is of. */
  async moment(le: string, visit: Visit): Promise<(Moment | NoMoment) & Readonly<{ zone: TimeZone }>> {
    const zone = this.#zoneOf(visit);
    const { store } = this;
    return { ...(await momentAsked(le, { store, zone, now: this.clock.now() })), zone };
  }

  /** All rows as of a position; of the pages of one gathering, what is known of it. */
  async at(position: bigint, { path, params }: Visit): Promise<Then> {
    const { id } = params;
    if (id === undefined || !path.startsWith('/rencontres/')) return this.#views.at(position);
    return { models: await this.#gatherings.at(id, position), release: () => undefined };
  }

  onApplicationShutdown(): void {
    this.#views.close();
  }

  #zoneOf({ params: { city, id } }: Visit): TimeZone {
    const assembly = city ?? (id === undefined ? undefined : this.models.get(gatherings, id)?.assembly);
    return (assembly === undefined ? undefined : this.models.get(assemblies, assembly)?.profile.zone) ?? commonZone;
  }
}
