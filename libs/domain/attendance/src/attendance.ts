import { accept, type Decider, type EventOf } from '@relais/event-sourcing';
import type { Answer, AttendanceEvent } from './events.js';

export type AttendanceCommand = { type: 'answer'; answered: EventOf<AttendanceEvent, 'attendance.answered'>['data'] };

type Attendance = Readonly<{ answer?: Answer }>;

/** One person and one gathering: the last answer counts, the same again records nothing. */
export const attendance: Decider<Attendance, AttendanceCommand, AttendanceEvent> = {
  initial: {},
  decide: ({ answered }, { answer }) =>
    answer === answered.answer ? accept() : accept({ type: 'attendance.answered', data: answered }),
  evolve: (_state, { data: { answer } }) => ({ answer }),
};
