/** One person's letter, complete. Addresses appear nowhere else: not in names of files, not in errors. */
export type Message = Readonly<{
  /** Function of the letter, so that a letter can be found again: `<letter@domain>`. */
  messageId: string;
  /** ISO 8601 instant for the Date header. */
  date: string;
  /** The From header; the envelope sender too. */
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Further headers, such as List-Id and List-Unsubscribe; written unfolded. */
  headers: Readonly<Record<string, string>>;
}>;

/** What came of handing a message over. `unknown`: the line broke after the message may have been taken. */
export type Delivery =
  | Readonly<{ outcome: 'accepted'; response: string }>
  | Readonly<{ outcome: 'refused'; code: string; permanent: boolean }>
  | Readonly<{ outcome: 'unknown'; detail: string }>;

/** Hands letters over to whoever delivers them. */
export abstract class Mailer {
  abstract send(message: Message): Promise<Delivery>;
  /** Whether a message was taken before, where the transport can tell. */
  abstract wasAccepted(messageId: string): Promise<boolean | 'cannot-tell'>;
  abstract close(): Promise<void>;
}
