import { accept, refuse, type Decider, type Decision, type EventOf } from '@relais/event-sourcing';
import type { LetterId } from '@relais/vocabulary';
import type { LetterEvent } from './events.js';

export type LetterOutcome =
  | { outcome: 'accepted'; response: string }
  | { outcome: 'refused'; code: string; permanent: boolean }
  | { outcome: 'unknown'; detail: string };

export type LetterCommand =
  | { type: 'intend'; intended: EventOf<LetterEvent, 'letter.intended'>['data'] }
  | { type: 'hand-over'; letter: LetterId }
  | { type: 'settle'; letter: LetterId; result: LetterOutcome }
  /** It will not be handed over (again): its receiver left, or it was refused too often. `why` becomes its code. */
  | { type: 'give-up'; letter: LetterId; why: string }
  /** It came back, or its receiver complained of it; `notice` names the message that says so, by its Message-ID. */
  | { type: 'bounce'; bounced: EventOf<LetterEvent, 'letter.bounced'>['data'] }
  | { type: 'complain'; complained: EventOf<LetterEvent, 'letter.complained'>['data'] };

export type LetterRefusal =
  | { type: 'not-intended'; letter: LetterId }
  /** It left, or may have left: handing it over again could send it twice. */
  | { type: 'not-due'; letter: LetterId; status: Letter['status'] }
  | { type: 'not-handed-over'; letter: LetterId };

export type Letter = Readonly<{
  status: 'none' | 'intended' | 'handed-over' | 'accepted' | 'deferred' | 'refused' | 'unknown';
  attempts: number;
  /** Bounces and complaints that were taken: a mailbox may give the same one twice. */
  notices: readonly string[];
}>;

const settle = (letter: LetterId, result: LetterOutcome): LetterEvent => {
  switch (result.outcome) {
    case 'accepted':
      return { type: 'letter.accepted', data: { letter, response: result.response } };
    case 'refused':
      return { type: 'letter.refused', data: { letter, code: result.code, permanent: result.permanent } };
    case 'unknown':
      return { type: 'letter.unknown', data: { letter, detail: result.detail } };
  }
};

/** What left, or may have left, cannot be given up: only its outcome can be told. */
const giveUp = (
  { letter, why }: Extract<LetterCommand, { type: 'give-up' }>,
  { status }: Letter,
): Decision<LetterEvent, LetterRefusal> => {
  if (status === 'none') return refuse({ type: 'not-intended', letter });
  if (status !== 'intended' && status !== 'deferred') return refuse({ type: 'not-due', letter, status });
  return accept({ type: 'letter.refused', data: { letter, code: why, permanent: true } });
};

/** Only what may have left can come back. */
const comeBack = (
  event: EventOf<LetterEvent, 'letter.bounced' | 'letter.complained'>,
  { status, attempts, notices }: Letter,
): Decision<LetterEvent, LetterRefusal> => {
  const { letter, notice } = event.data;
  if (status === 'none') return refuse({ type: 'not-intended', letter });
  if (attempts === 0) return refuse({ type: 'not-handed-over', letter });
  return notices.includes(notice) ? accept() : accept(event);
};

const decide = (command: LetterCommand, state: Letter): Decision<LetterEvent, LetterRefusal> => {
  switch (command.type) {
    case 'intend':
      return state.status === 'none' ? accept({ type: 'letter.intended', data: command.intended }) : accept();
    case 'hand-over': {
      const { letter } = command;
      if (state.status === 'none') return refuse({ type: 'not-intended', letter });
      if (state.status !== 'intended' && state.status !== 'deferred')
        return refuse({ type: 'not-due', letter, status: state.status });
      return accept({ type: 'letter.handed-over', data: { letter, attempt: state.attempts + 1 } });
    }
    case 'settle': {
      const { letter, result } = command;
      if (state.status === 'handed-over' || (state.status === 'unknown' && result.outcome !== 'unknown'))
        return accept(settle(letter, result));
      return refuse({ type: 'not-handed-over', letter });
    }
    case 'give-up':
      return giveUp(command, state);
    case 'bounce':
      return comeBack({ type: 'letter.bounced', data: command.bounced }, state);
    case 'complain':
      return comeBack({ type: 'letter.complained', data: command.complained }, state);
  }
};

const evolve = (state: Letter, event: LetterEvent): Letter => {
  switch (event.type) {
    case 'letter.intended':
      return { ...state, status: 'intended' };
    case 'letter.handed-over':
      return { ...state, status: 'handed-over', attempts: event.data.attempt };
    case 'letter.accepted':
      return { ...state, status: 'accepted' };
    case 'letter.refused':
      return { ...state, status: event.data.permanent ? 'refused' : 'deferred' };
    case 'letter.unknown':
      return { ...state, status: 'unknown' };
    case 'letter.bounced':
    case 'letter.complained':
      return { ...state, notices: [...state.notices, event.data.notice] };
  }
};

/** One person's copy: handed over at most once per decision, never blindly again when its outcome is unknown. */
export const letter: Decider<Letter, LetterCommand, LetterEvent, LetterRefusal> = {
  initial: { status: 'none', attempts: 0, notices: [] },
  decide,
  evolve,
};
