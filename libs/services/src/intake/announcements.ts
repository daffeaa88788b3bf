import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import type { ItemFields, SourceEvent } from '@relais/source';
import type { Report } from '@relais/sources';
import { Clock, daysOf, localTime, type ItemKey } from '@relais/vocabulary';
import type { DeployedIntake } from '../wiring/deployment.js';
import { Intake } from './intake.js';

/** An announcement that came by form or by mail, as it stands. */
export type Announcement = Readonly<{ item: ItemKey; fields: ItemFields }>;

const ownKey = /^(?:annonce:[0-9a-f-]{36}|mail:[\w-]{43})$/;

/** What was announced to a source by hand: it can be looked at, corrected and cancelled by whoever has the link. */
@Injectable()
export class Announcements {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A key for something that is about to be announced: it is asked for once, so that a form sent twice announces once. */
  newKey(): ItemKey {
    return `annonce:${randomUUID()}` as ItemKey;
  }

  /** A key as it came back in a form; undefined for one that no form of ours gave out. */
  keyOf(text: string | undefined): ItemKey | undefined {
    return text !== undefined && ownKey.test(text) ? (text as ItemKey) : undefined;
  }

  async all({ description: { source } }: DeployedIntake): Promise<readonly Announcement[]> {
    const found = new Map<ItemKey, ItemFields>();
    for await (const event of this.store.read(`source-${source}`)) {
      const { type, data } = event as unknown as SourceEvent;
      if (type === 'source.item-published' || type === 'source.item-revised') {
        if (ownKey.test(data.item)) found.set(data.item, data.fields);
      } else if (type === 'source.item-withdrawn') found.delete(data.item);
      else if (type === 'source.item-rekeyed') found.delete(data.from);
    }
    return [...found].map(([item, fields]) => ({ item, fields }));
  }

  async find(intake: DeployedIntake, item: string | undefined): Promise<Announcement | undefined> {
    return (await this.all(intake)).find((one) => one.item === item);
  }

  /** Those that are not over, the next one first; those without a date before all, since they want one. */
  async toCome(intake: DeployedIntake): Promise<readonly Announcement[]> {
    const today = localTime(this.clock.now(), intake.zone).date;
    const dayOf = ({ fields: { when } }: Announcement): string => (when ? daysOf(when).from : '');
    return (await this.all(intake))
      .filter(({ fields: { when } }) => when === undefined || daysOf(when).until >= today)
      .sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  }

  publish(intake: DeployedIntake, report: Report): Promise<number> {
    return this.intake.record(intake, { reports: [report] });
  }

  /** Whether there was such an announcement. */
  async cancel(intake: DeployedIntake, item: string | undefined): Promise<boolean> {
    const found = await this.find(intake, item);
    if (found === undefined) return false;
    const fields = { ...found.fields, status: 'cancelled' as const };
    await this.intake.record(intake, { reports: [{ item: found.item, fields }] });
    return true;
  }
}
