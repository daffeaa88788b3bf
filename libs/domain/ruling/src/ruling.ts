import { accept, refuse, type Decider, type Decision } from '@relais/event-sourcing';
import type { AdminId, Basis, RulingId } from '@relais/vocabulary';
import type { RulingEvent } from './events.js';

/** What a moderator says of two announcements. */
export type Verdict = 'same' | 'apart';

export type RulingCommand =
  | {
      type: 'rule';
      ruling: RulingId;
      verdict: Verdict;
      /** With `same`, the second joins the first. */
      announcements: readonly [Basis, Basis];
      by: AdminId;
      note?: string;
    }
  | { type: 'revoke'; ruling: RulingId; by: AdminId };

export type RulingRefusal =
  | { type: 'one-announcement'; announcement: Basis }
  | { type: 'already-made'; ruling: RulingId }
  | { type: 'never-made'; ruling: RulingId }
  | { type: 'already-revoked'; ruling: RulingId };

export type Ruling = { status: 'unknown' } | { status: 'standing' } | { status: 'revoked' };

const rule = (
  { ruling, verdict, announcements, by, note }: Extract<RulingCommand, { type: 'rule' }>,
  { status }: Ruling,
): Decision<RulingEvent, RulingRefusal> => {
  if (status !== 'unknown') return refuse({ type: 'already-made', ruling });
  const [one, other] = announcements;
  if (one.source === other.source && one.item === other.item)
    return refuse({ type: 'one-announcement', announcement: one });
  return accept({ type: 'ruling.made', data: { ruling, verdict, announcements, by, ...(note && { note }) } });
};

const revoke = (
  { ruling, by }: Extract<RulingCommand, { type: 'revoke' }>,
  { status }: Ruling,
): Decision<RulingEvent, RulingRefusal> => {
  if (status === 'unknown') return refuse({ type: 'never-made', ruling });
  if (status === 'revoked') return refuse({ type: 'already-revoked', ruling });
  return accept({ type: 'ruling.revoked', data: { ruling, by } });
};

const decide = (command: RulingCommand, state: Ruling): Decision<RulingEvent, RulingRefusal> => {
  switch (command.type) {
    case 'rule':
      return rule(command, state);
    case 'revoke':
      return revoke(command, state);
  }
};

const evolve = (_state: Ruling, event: RulingEvent): Ruling => {
  switch (event.type) {
    case 'ruling.made':
      return { status: 'standing' };
    case 'ruling.revoked':
      return { status: 'revoked' };
  }
};

/** A moderator's word on two announcements: made once, taken back once. */
export const ruling: Decider<Ruling, RulingCommand, RulingEvent, RulingRefusal> = {
  initial: { status: 'unknown' },
  decide,
  evolve,
};
