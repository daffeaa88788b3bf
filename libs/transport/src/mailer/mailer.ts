import type { Instant } from '@relais/vocabulary';

/** One person's letter, complete. Addresses appear nowhere else: not in names of files, not in errors. */
export type Message = Readonly<{
  /** Function of the letter, so that a letter can be found again: `<letter@domain>`. */
  messageId: string;
  /** ISO 8601 instant for the Date header. */
  date: string;
  /** The From header; the envelope's sender too, unless `sender` is given. */
  from: string;
  /** One bare address that the envelope bears as its sender: where what comes back goes to. */
  sender?: string;
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  /** Absent for a letter of text alone. */
  html?: string;
  /**
   * What is put where text and HTML have `{{name}}`, escaped in HTML. Letters that are the same but for this are composed once:
   * whoever sends many gives the same strings. Without it, what looks like a slot is text.
   */
  slots?: Readonly<Record<string, string>>;
  /** Further headers, such as List-Id and List-Unsubscribe; written unfolded. */
  headers: Readonly<Record<string, string>>;
}>;

/**
 * Asked at most once for a message, as late as can be: when all but its end is with whoever takes it, so that until then it
 * was certainly not taken. Resolves to whether the end may follow; when it may not, or this rejects, nothing is taken.
 */
export type MayLeave = () => Promise<boolean>;

/**
 * What came of handing a message over. `kept`: it was not to leave. `permanent`: this letter will never be taken, another may.
 * `wantsFewer`: it was refused for now because too many come to its domain at a time.
 * `unknown`: its end left, and the line broke before an answer came; never before {@link MayLeave} was asked.
 */
export type Delivery =
  | Readonly<{ outcome: 'accepted'; response: string }>
  | Readonly<{ outcome: 'kept' }>
  | Readonly<{ outcome: 'refused'; code: string; permanent: boolean; wantsFewer?: true }>
  | Readonly<{ outcome: 'unknown'; detail: string }>;

/** What is no address of one receiver is refused without asking anybody. */
export const noAddress: Delivery = { outcome: 'refused', code: 'no address', permanent: true };

/** Hands letters over to whoever delivers them. */
export abstract class Mailer {
  /**
   * Rejects only for what is no fault of the letter's way: a header that cannot be written, a folder that cannot be, or
   * `mayLeave` that rejects.
   */
  abstract send(message: Message, mayLeave: MayLeave): Promise<Delivery>;
  /**
   * Whether a message was taken before, where the transport can tell. One that looks it up in a log can say no only where it is
   * told when the message was handed over, and as a rule not before some minutes have gone since.
   */
  abstract wasAccepted(messageId: string, handedOver?: Instant): Promise<boolean | 'cannot-tell'>;
  /** Those of these of which it still keeps something; a message is named by what stands before the @ of its id. */
  abstract keeps(ids: ReadonlySet<string>): Promise<readonly string[]>;
  /** Removes whatever it still keeps of these, whole or half written; resolves to those of which there was something. */
  abstract forget(ids: ReadonlySet<string>): Promise<readonly string[]>;
  abstract close(): Promise<void>;
}
