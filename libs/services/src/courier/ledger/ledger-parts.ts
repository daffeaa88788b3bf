import type { HubEvent } from '@relais/catalogue';
import type { Purpose } from '@relais/digest';
import type {
  Instant,
  IssueId,
  Language,
  LetterId,
  ListId,
  PersonId,
  Sealed,
  SubscriptionId,
} from '@relais/vocabulary';

/** A subscription as the courier needs it. */
export type Subscriber = Readonly<{
  subscription: SubscriptionId;
  list: ListId;
  person: PersonId;
  address: Sealed;
  language: Language;
  status: 'requested' | 'confirmed' | 'ended';
  /** How often it was asked for: each time has a confirmation letter of its own. */
  requests: number;
  /** Where its stream stands, as far as this was folded. */
  version: number;
}>;

/** An issue whose letters have not all come to an end. */
export type OpenIssue = {
  readonly composed: Extract<HubEvent, { type: 'digest.composed' }>['data'];
  readonly position: bigint;
  /** Who has a letter of it already, whatever became of that. */
  readonly written: Set<SubscriptionId>;
  /** True until somebody approved it: none of its letters leaves. */
  waits: boolean;
  /** How many of its letters have not come to an end. */
  open: number;
  /** Of how many nobody knows: it is kept for them when it is complete, since they may have to be sent after all. */
  unknown: number;
  completed: boolean;
};

/** The code of a refusal that was none: handing over was recorded, but the process ended before the letter could leave. */
export const neverLeft = 'never left';

/** A letter that has not come to an end, or of which nobody knows whether it has. */
export type OpenLetter = Readonly<{
  letter: LetterId;
  subscription: SubscriptionId;
  list: ListId;
  purpose: Purpose;
  issue?: IssueId;
  further?: readonly IssueId[];
  /** The preferences that it is made to, sealed. */
  edition?: Sealed;
  status: 'intended' | 'handed-over' | 'deferred' | 'unknown';
  /** How often it was refused for now. */
  attempts: number;
  /** How often it was handed over. */
  handedOver: number;
  /** When it was handed over last. */
  handedOverAt?: Instant;
  /** Which courier handed it over last. */
  by?: string;
  /** When it came to this status. */
  at: Instant;
  /** Where its stream stands: whoever appends after this is the first to. */
  version: number;
}>;

/** The issues that a letter is made of. */
export const issuesOf = ({ issue, further = [] }: Pick<OpenLetter, 'issue' | 'further'>): readonly IssueId[] =>
  issue === undefined ? [] : [issue, ...further];
