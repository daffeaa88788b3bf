import { Inject, Injectable } from '@nestjs/common';
import type { LetterEvent } from '@relais/digest';
import type { EventOf } from '@relais/event-sourcing';
import { EventStore, WrongVersion } from '@relais/event-store';
import { Keys } from '@relais/transport';
import type { IssueId, LetterId, Sealed } from '@relais/vocabulary';
import { sealedPreferences } from '../preferences/sealed-preferences.js';
import type { Member } from './roster.js';

/** A letter that somebody is to have; `about` is what its id is made of: the same again is the same letter. */
export type Intention = Readonly<{
  about: string;
  member: Member;
  purpose: 'digest' | 'correction';
  issue: IssueId;
  further?: readonly IssueId[];
  /** The preferences that it is made to, if they are not those of now. */
  madeTo?: Readonly<{ edition?: Sealed }>;
}>;

type Intended = EventOf<LetterEvent, 'letter.intended'>['data'];

/** So many are on their way to the log at the same time: they are written to the disk together. */
const together = 512;

/** Puts letters on record that are to be sent; whoever sends them finds them there. */
@Injectable()
export class Intentions {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /** Resolves to how many were not on record before. */
  async record(intentions: Iterable<Intention>): Promise<number> {
    let recorded = 0;
    const rest = intentions[Symbol.iterator]();
    const hand = async (): Promise<void> => {
      for (let next = rest.next(); !next.done; next = rest.next()) if (await this.#intend(next.value)) recorded++;
    };
    await Promise.all(Array.from({ length: together }, hand));
    return recorded;
  }

  async #intend({ about, member, purpose, issue, further = [], madeTo }: Intention): Promise<boolean> {
    const letter = this.keys.lookup(`letter ${about}`) as LetterId;
    const { subscription, list, chosen } = member;
    const ofNow = madeTo === undefined && chosen > 0;
    const edition = ofNow ? await sealedPreferences(this.store, subscription, chosen) : madeTo?.edition;
    const intended: Intended = {
      ...{ letter, subscription, list: list.id, purpose, issue },
      ...(further.length > 0 && { further }),
      ...(edition !== undefined && { edition }),
    };
    try {
      await this.store.append(`letter-${letter}`, [{ type: 'letter.intended', data: intended }], 'no stream');
      return true;
    } catch (error) {
      if (error instanceof WrongVersion) return false;
      throw error;
    }
  }
}
