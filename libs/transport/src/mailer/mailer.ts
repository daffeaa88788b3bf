/** One person's letter, complete. Addresses appear nowhere else: not in names of files, not in errors. */
export type Message = Readonly<{
  /** Function of the letter, so that a letter can be found again: `<letter@domain>`. */
  messageId: string;
  /** ISO 8601 instant for the Date header. */
  date: string;
  /** The From header; the envelope sender too. */
  from: string;
  /** One bare address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, such as List-Id and List-Unsubscribe; written unfolded. */
  headers: Readonly<Record<string, string>>;
}>;

/**
 * What came of handing a message over. `permanent`: this letter will never be taken, another may. `unknown`: the line broke
 * after the message may have been taken.
 */
export type Delivery =
  | Readonly<{ outcome: 'accepted'; response: string }>
  | Readonly<{ outcome: 'refused'; code: string; permanent: boolean }>
  | Readonly<{ outcome: 'unknown'; detail: string }>;

/** What is no address of one receiver is refused without asking anybody. */
export const noAddress: Delivery = { outcome: 'refused', code: 'no address', permanent: true };

/** Hands letters over to whoever delivers them. */
export abstract class Mailer {
  /** Rejects only for what is no fault of the letter's way: a header that cannot be written, a folder that cannot be. */
  abstract send(message: Message): Promise<Delivery>;
  /** Whether a message was taken before, where the transport can tell. */
  abstract wasAccepted(messageId: string): Promise<boolean | 'cannot-tell'>;
  abstract close(): Promise<void>;
}
