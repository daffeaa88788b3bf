import type { Event } from '@relais/event-sourcing';
import type { GatheringId, PersonId } from '@relais/vocabulary';

/** Whether somebody means to come. */
export const answers = ['yes', 'maybe', 'no'] as const;
export type Answer = (typeof answers)[number];

/** What a person answered about a gathering; the id is random, and says nothing once they are erased. */
export type AttendanceEvent = Event<
  'attendance.answered',
  { gathering: GatheringId; person: PersonId; answer: Answer; via: 'page' | 'mail' }
>;

/** Every type once: leave one out and this stops compiling. */
export const attendanceEventTypes: Record<AttendanceEvent['type'], true> = {
  'attendance.answered': true,
};
