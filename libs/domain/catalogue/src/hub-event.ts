import { assemblyEventTypes, type AssemblyEvent } from '@relais/assembly';
import { attendanceEventTypes, type AttendanceEvent } from '@relais/attendance';
import { digestEventTypes, type CanaryEvent, type DigestEvent, type LetterEvent } from '@relais/digest';
import { gatheringEventTypes, type GatheringEvent } from '@relais/gathering';
import { mailingListEventTypes, type MailingListEvent } from '@relais/mailing-list';
import { notaryEventTypes, type NotaryEvent } from '@relais/notary';
import { personEventTypes, type PersonEvent } from '@relais/person';
import { rhythmEventTypes, type RhythmEvent } from '@relais/rhythm';
import { rulingEventTypes, type RulingEvent } from '@relais/ruling';
import { sourceEventTypes, type SourceEvent } from '@relais/source';

/** Every event the hub may record; a new module adds one line here and one below. */
export type HubEvent =
  | AssemblyEvent
  | SourceEvent
  | RhythmEvent
  | GatheringEvent
  | AttendanceEvent
  | RulingEvent
  | MailingListEvent
  | PersonEvent
  | DigestEvent
  | LetterEvent
  | CanaryEvent
  | NotaryEvent;

export const eventTypes: Record<HubEvent['type'], true> = {
  ...assemblyEventTypes,
  ...sourceEventTypes,
  ...rhythmEventTypes,
  ...gatheringEventTypes,
  ...attendanceEventTypes,
  ...rulingEventTypes,
  ...mailingListEventTypes,
  ...personEventTypes,
  ...digestEventTypes,
  ...notaryEventTypes,
};
