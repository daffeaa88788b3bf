import { Inject, Injectable, Logger } from '@nestjs/common';
import { UnreadableDocument, type ReadDocument } from '@relais/sources';
import { Keys } from '@relais/transport';
import { Clock, type ItemKey } from '@relais/vocabulary';
import { Deployment, type DeployedIntake } from '../../wiring/deployment.js';
import { OneAtATime } from '../../wiring/one-at-a-time.js';
import { Announcements } from '../announcements.js';
import { Intake } from '../intake.js';
import { announcedBy } from './announced.js';
import { readLetter, type Letter } from './letter.js';
import { Refused } from './refused.js';

/** Turns letters into announcements. Of who sent one nothing is kept, nor said in the log of what happens. */
@Injectable()
export class Letters {
  readonly #logger = new Logger('Intake');
  /** One letter after another, so that an answer finds what it answers. */
  readonly #turns = new OneAtATime();

  constructor(
    @Inject(Intake) private readonly intake: Intake,
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** Resolves when what the letter announces is in the log. Rejects with {@link Refused} for one that announces nothing. */
  take(intake: DeployedIntake, raw: Uint8Array, envelopeFrom: string): Promise<void> {
    return this.#turns.take(async () => {
      try {
        await this.#take(intake, raw, envelopeFrom);
      } catch (error) {
        if (error instanceof UnreadableDocument) throw new Refused(554, error.message);
        throw error;
      }
    });
  }

  async #take(intake: DeployedIntake, raw: Uint8Array, envelopeFrom: string): Promise<void> {
    const { source } = intake.description;
    const letter = await readLetter(raw, envelopeFrom, this.deployment.settings.mailFrom);
    // Taken all the same: a refusal would be answered by another machine.
    if (letter.automatic !== undefined)
      return this.#logger.log(`${source}: a letter was passed over: ${letter.automatic}`);
    const calendars = await this.#calendars(intake, letter);
    const reports = calendars.flatMap((calendar) => calendar.reports);
    const withdrawn = calendars.flatMap((calendar) => calendar.withdrawn ?? []);
    const events =
      reports.length + withdrawn.length > 0
        ? await this.intake.record(intake, { reports, withdrawn })
        : await this.#announce(intake, letter);
    this.#logger.log(`${source}: a letter made ${events} events`);
  }

  async #announce(intake: DeployedIntake, letter: Letter): Promise<number> {
    const known = await this.announcements.all(intake);
    const report = await announcedBy(letter, intake, {
      known,
      // Ids of letters name who wrote them, or where: none is kept as it is.
      keyOf: (id) => `mail:${this.keys.lookup(id)}` as ItemKey,
      now: this.clock.now(),
      base: this.deployment.settings.publicUrl,
    });
    return this.intake.record(intake, { reports: [report] });
  }

  /** The calendars that can be read; where none can, the letter speaks for itself. */
  async #calendars(intake: DeployedIntake, { calendars }: Letter): Promise<readonly ReadDocument[]> {
    const read: ReadDocument[] = [];
    for (const body of calendars)
      try {
        read.push(await this.intake.read(intake, { mediaType: 'text/calendar', body }));
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        this.#logger.warn(`${intake.description.source}: a calendar in a letter cannot be read: ${error.message}`);
      }
    return read;
  }
}
