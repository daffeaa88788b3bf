import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import { ReadModels, subscribers, type SubscriberRow } from '@relais/read-models';
import { Keys } from '@relais/transport';
import type { AssemblyId, Lookup, Sealed, SubscriptionId } from '@relais/vocabulary';
import { Deployment } from '../wiring/deployment.js';

/** What one address wants, of however many subscriptions it is made. */
export type Wanted = Readonly<{
  /** The subscription that was asked about. */
  own: SubscriberRow;
  /** Those of the address that are confirmed, the first of them first: that one carries, its preferences are those of all. */
  confirmed: readonly SubscriberRow[];
  /** Whose preferences these are: the one that carries, or their own while nothing is confirmed. */
  carrier: SubscriberRow;
  /** The carrier's, its cities and those of the other subscriptions. */
  preferences: Preferences;
}>;

/** Opens what persons want of their letters, for themselves. */
@Injectable()
export class WantedLetters {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  row(subscription: SubscriptionId): SubscriberRow | undefined {
    return this.models.get(subscribers, subscription);
  }

  /** Every subscription of an address that has not ended. */
  standing(lookup: Lookup): readonly SubscriberRow[] {
    return this.models
      .find(subscribers, { where: { lookup } })
      .flatMap(({ row }) => (row.status === 'ended' ? [] : row));
  }

  confirmed(lookup: Lookup): readonly SubscriberRow[] {
    return this.standing(lookup)
      .filter(({ status }) => status === 'confirmed')
      .sort(firstConfirmed);
  }

  /** Resolves to undefined for a subscription that has ended, or that the read models do not know of. */
  async of(subscription: SubscriptionId): Promise<Wanted | undefined> {
    const own = this.row(subscription);
    if (own === undefined || own.status === 'ended') return undefined;
    const confirmed = this.confirmed(own.lookup);
    const [first, ...others] = own.status === 'confirmed' ? confirmed : [];
    const carrier = first ?? own;
    const { cities, ...rest } = await this.preferencesOf(carrier);
    const further = others.flatMap((row) => this.cityOf(row) ?? []);
    const united = cities === 'all' ? cities : [...new Set([...cities, ...further])];
    return { own, confirmed, carrier, preferences: { ...rest, cities: united } };
  }

  /** What this one subscription says; what whoever chose nothing has, without any. */
  async preferencesOf({ person, preferences, ...row }: SubscriberRow): Promise<Preferences> {
    const opened = preferences && (await this.keys.open(person, preferences));
    return opened === undefined ? this.#unchosen(row) : (JSON.parse(opened) as Preferences);
  }

  seal({ person }: SubscriberRow, preferences: Preferences): Promise<Sealed> {
    return this.keys.seal(person, JSON.stringify(preferences));
  }

  /** Where its list is; undefined where the configuration has that list no more. */
  cityOf({ list }: Pick<SubscriberRow, 'list'>): AssemblyId | undefined {
    return this.deployment.lists.find(({ id }) => id === list)?.assembly;
  }

  /** Which cities have a letter. */
  get cities(): readonly AssemblyId[] {
    return [...new Set(this.deployment.lists.map(({ assembly }) => assembly))];
  }

  #unchosen({ list: id, language }: Pick<SubscriberRow, 'list' | 'language'>): Preferences {
    const list = this.deployment.lists.find((one) => one.id === id);
    const [first] = this.deployment.assemblies;
    const [city, zone] = [list?.assembly ?? first?.id, list?.zone ?? first?.profile.zone];
    return defaultPreferences({ city: city ?? ('' as AssemblyId), zone: zone ?? 'UTC', language });
  }
}

/** What tells one wish from a later one of the same subscription, so that a person confirms what they were shown. */
export const markOf = ({ preferences, requestedAt, list }: SubscriberRow): string =>
  createHash('sha256')
    .update(`${list} ${requestedAt} ${preferences ?? ''}`)
    .digest('hex')
    .slice(0, 16);

const firstConfirmed = (one: SubscriberRow, other: SubscriberRow): number =>
  Date.parse(one.confirmedAt ?? '') - Date.parse(other.confirmedAt ?? '') ||
  (one.subscription < other.subscription ? -1 : 1);
