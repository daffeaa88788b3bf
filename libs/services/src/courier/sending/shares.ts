import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OpenLetter } from '../ledger/ledger.js';
import { Seats } from './seats.js';

/** How many letters of others are helped with before it is looked again what is left. */
const atOnce = 64;

const numberOf = (letter: string): number => createHash('sha256').update(letter).digest().readUInt32BE(0);

/**
 * Which letters a courier takes, where several share a send: each has its own part, and helps with the others' when it is done.
 * Two that take the same letter do no harm, since its stream has room for one hand-over only; it costs a connection.
 */
@Injectable()
export class Shares {
  constructor(@Inject(Seats) private readonly seats: Seats) {}

  of(letters: readonly OpenLetter[]): readonly OpenLetter[] {
    const all = this.seats.all();
    if (all.length < 2) return letters;
    const [own, count] = [all.indexOf(this.seats.own), all.length];
    const mine = letters.filter(({ letter }) => numberOf(letter) % count === own);
    if (mine.length > 0) return mine;
    // From another place each time: whoever has them goes through them from the beginning.
    const from = Math.floor(Math.random() * letters.length);
    return [...letters.slice(from), ...letters.slice(0, from)].slice(0, atOnce);
  }
}
