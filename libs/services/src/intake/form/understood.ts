import { Inject, Injectable } from '@nestjs/common';
import { UnreadableDocument, type ReadDocument, type Report } from '@relais/sources';
import { Fetcher, FetchFailed } from '@relais/transport';
import { Clock, daysOf, localTime, type Instant } from '@relais/vocabulary';
import type { AnnounceDoubt, Announcing } from '@relais/web';
import type { DeployedIntake } from '../../wiring/deployment.js';
import { Allowance } from '../allowance.js';
import { Intake } from '../intake.js';
import type { Values } from './fields.js';
import { valuesOfItem, valuesOfProposal } from './values-of.js';

/** What is understood of what was pasted, to be looked at; or why nothing is. */
export type Understood =
  | Readonly<{ values: Values; doubts: readonly AnnounceDoubt[] }>
  | Readonly<{ error: NonNullable<NonNullable<Announcing['errors']>['colle']> }>;

const address = /^https?:\/\/\S{3,2000}$/i;
/** How machines write: a calendar, JSON, a page. */
const document = /^(?:BEGIN:V|[{[<])/i;
const longest = 100_000;

/** Reads what an organiser pastes: an address, a document, or a text for people. Nothing of it is recorded. */
@Injectable()
export class Understanding {
  readonly #allowance = new Allowance(20, 0.1);

  constructor(
    @Inject(Intake) private readonly intake: Intake,
    @Inject(Fetcher) private readonly fetcher: Fetcher,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(intake: DeployedIntake, pasted: string): Promise<Understood> {
    const text = pasted.trim();
    if (text === '') return { error: 'missing' };
    if (text.length > longest) return { error: 'too-long' };
    if (address.test(text)) return this.#page(intake, text);
    if (document.test(text)) {
      const read = await this.#read(intake, { body: Buffer.from(text), mediaType: '' });
      const found = read && this.#first(read, intake);
      if (found) return found;
    }
    const { zone, city } = intake;
    // Its calendar words are large, and few hubs have a form that somebody pastes into today.
    const { proposedFields } = await import('@relais/sources/announcement-text');
    const proposal = proposedFields(text, { now: this.clock.now(), zone, city });
    return { values: valuesOfProposal(proposal), doubts: proposal.doubts };
  }

  async #page(intake: DeployedIntake, url: string): Promise<Understood> {
    if (!this.#allowance.take(intake.description.source)) return { error: 'too-often' };
    try {
      const fetched = await this.fetcher.fetch({ url, page: true });
      if (fetched.status !== 'fetched') return { error: 'page-unreachable' };
      const read = await this.#read(intake, fetched);
      const found = read && this.#first(read, intake);
      if (!found) return { error: 'page-silent' };
      return 'error' in found ? found : { ...found, values: { ...found.values, lien: found.values['lien'] || url } };
    } catch (error) {
      if (error instanceof FetchFailed) return { error: 'page-unreachable' };
      throw error;
    }
  }

  async #read(intake: DeployedIntake, sent: Parameters<Intake['read']>[1]): Promise<ReadDocument | undefined> {
    try {
      return await this.intake.read(intake, sent);
    } catch (error) {
      if (error instanceof UnreadableDocument) return undefined;
      throw error;
    }
  }

  #first({ reports }: ReadDocument, { zone, city }: DeployedIntake): Understood | undefined {
    const gatherings = reports.filter(({ fields }) => fields.kind === 'gathering');
    const now = this.clock.now();
    const found = nextOf(gatherings, now) ?? gatherings[0];
    if (found === undefined) return undefined;
    const { when, place, aliases = [], link } = found.fields;
    const today = localTime(now, zone).date;
    const isNamed = found.item !== link && !aliases.includes(found.item);
    const values = valuesOfItem({ ...found.fields, aliases: isNamed ? [found.item, ...aliases] : aliases }, zone);
    const doubts: AnnounceDoubt[] = [
      ...(gatherings.length > 1 ? [{ about: 'several-items' as const, text: String(gatherings.length) }] : []),
      ...(when === undefined ? [{ about: 'no-date' as const }] : []),
      ...(when !== undefined && daysOf(when).until < today ? [{ about: 'past' as const }] : []),
      ...(place === undefined ? [{ about: 'no-place' as const }] : []),
      ...(place !== undefined && place.city === undefined ? [{ about: 'city-assumed' as const, text: city }] : []),
    ];
    return { values: place && !place.city ? { ...values, ville: city } : values, doubts };
  }
}

const startOf = ({ fields: { when } }: Report): string => (when === undefined ? '' : daysOf(when).from);

/** The first that is still to come. */
const nextOf = (reports: readonly Report[], now: Instant): Report | undefined =>
  reports
    .filter(({ fields: { when } }) => when !== undefined && daysOf(when).until >= now.slice(0, 10))
    .sort((one, other) => (startOf(one) < startOf(other) ? -1 : 1))[0];
