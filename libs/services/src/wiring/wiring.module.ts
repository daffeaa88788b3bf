import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Generations, Projector, ReadModels, replayInThread, SqliteReadModels } from '@relais/read-models';
import { Fetcher, HostTurns, Keys, Mailer, Queue } from '@relais/transport';
import { Clock } from '@relais/vocabulary';
import { eventStoreOf, fetcherOf, filesIn, hostTurnsOf, keysOf, mailerOf, queueOf } from './adapters.js';
import { clockOf } from './clocks.js';
import { Deployment } from './deployment.js';
import { Lifetime } from './lifetime.js';
import { replayLogOf } from './replay-log.js';

/** Which adapter stands behind which port: the only place that knows. */
@Global()
@Module({})
export class WiringModule implements OnApplicationShutdown {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Queue) private readonly queue: Queue,
    @Inject(HostTurns) private readonly turns: HostTurns,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Projector) private readonly projector: Projector,
    @Inject(Lifetime) private readonly lifetime: Lifetime,
  ) {}

  static of(deployment: Deployment): DynamicModule {
    const { settings } = deployment;
    const files = filesIn(settings.dataFolder);
    const clock = clockOf(settings);
    return {
      module: WiringModule,
      providers: [
        { provide: Deployment, useValue: deployment },
        { provide: Clock, useValue: clock },
        { provide: EventStore, useFactory: () => eventStoreOf(settings, clock) },
        { provide: HostTurns, useFactory: () => hostTurnsOf(settings) },
        { provide: Fetcher, useFactory: (turns: HostTurns) => fetcherOf(settings, turns), inject: [HostTurns] },
        { provide: Mailer, useFactory: () => mailerOf(settings) },
        { provide: Queue, useFactory: () => queueOf(settings) },
        { provide: Keys, useFactory: () => keysOf(settings) },
        { provide: Generations, useFactory: () => new Generations(files.readModels) },
        {
          provide: ReadModels,
          useFactory: (generations: Generations) => new SqliteReadModels(generations),
          inject: [Generations],
        },
        {
          provide: Projector,
          useFactory: (store: EventStore, generations: Generations) =>
            new Projector(store, generations, replayInThread(replayLogOf(settings))),
          inject: [EventStore, Generations],
        },
        Lifetime,
      ],
      exports: [
        Deployment,
        Clock,
        EventStore,
        Fetcher,
        Mailer,
        Queue,
        Keys,
        Generations,
        ReadModels,
        Projector,
        Lifetime,
      ],
    };
  }

  /** Alarms first, so that nothing new begins; the log last. */
  async onApplicationShutdown(): Promise<void> {
    await this.lifetime.end();
    await this.queue.close();
    await this.turns.close();
    await this.mailer.close();
    this.projector.close();
    await this.keys.close();
    await this.store.close();
  }
}
