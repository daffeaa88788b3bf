import type { AssemblyId, ListId, PersonId, Place, SourceId, SubscriptionId } from '@relais/vocabulary';
import type { Random } from './random.ts';

export type Subscriber = { subscription: SubscriptionId; person: PersonId };

/** A made-up assembly and what is remembered of it while its history is made up. */
export class City {
  readonly number: number;
  readonly assembly: AssemblyId;
  readonly list: ListId;
  readonly sources: readonly SourceId[];
  readonly place: Place;
  /** Those who are there now. */
  readonly subscribers: Subscriber[] = [];
  items = 0;
  gatherings = 0;

  constructor(number: number) {
    this.number = number;
    this.assembly = `ville-${number}` as AssemblyId;
    this.list = `info-ville-${number}` as ListId;
    this.sources = ['agenda', 'site', 'wiki'].map((name) => `ville-${number}-${name}` as SourceId);
    this.place = {
      name: `Maison des communs ${number}`,
      address: `${number} rue de la République`,
      city: `Ville ${number}`,
      country: 'FR',
    };
  }

  stream(module: 'assembly' | 'list'): string {
    return `${module}-${module === 'list' ? this.list : this.assembly}`;
  }
}

export const uuid = (random: Random): string => [8, 4, 4, 4, 12].map((digits) => random.hex(digits)).join('-');
