import type { LogLine } from './log-line.js';

/** What became of a letter that was taken: `waiting` is tried again by itself, `dropped` was thrown away by hand. */
export type Became = 'waiting' | 'delivered' | 'bounced' | 'dropped';

export type TurnedAway = Readonly<{ at: number; why: string }>;

/** One way of a letter through the queue. */
type Passage = { queueId: string; taken: boolean; turnedAway?: TurnedAway; became: Became };

/** How many connections are remembered by what was last sent over them. */
const mostConnections = 5_000;

/**
 * Follows letters through a log that is read in order, by their Message-IDs. Postfix writes the Message-ID down while the letter
 * still comes in; only when its queue file is whole does the queue manager speak of it. So that, and nothing before, is when it
 * was taken.
 */
export class LettersInLog {
  readonly #passages = new Map<string, Passage[]>();
  /** What is on its way now: names of queue files are used again. */
  readonly #byQueueId = new Map<string, Passage>();
  readonly #byConnection = new Map<string, string>();
  /** Whether the log itself says that lines of it were lost. */
  lost = false;

  constructor(private readonly wanted: ReadonlySet<string>) {}

  of(messageId: string): readonly Readonly<Passage>[] {
    return this.#passages.get(messageId) ?? [];
  }

  read(line: LogLine): void {
    const { service, pid, queueId, text } = line;
    if (service === '') {
      this.lost ||= /\b(?:lost|suppressed) \d+ messages\b/i.test(text);
      return;
    }
    if (queueId === undefined) return this.#ofConnection(line);
    if (service === 'smtpd' && text.startsWith('client=')) return this.#begun(pid, queueId);
    const messageId = service === 'cleanup' ? /^message-id=(<[^>]*>)/.exec(text)?.[1] : undefined;
    if (messageId !== undefined) return this.#named(queueId, messageId);
    const passage = this.#byQueueId.get(queueId);
    if (passage) this.#passed(passage, line);
  }

  #begun(pid: string, queueId: string): void {
    this.#byConnection.delete(pid);
    this.#byConnection.set(pid, queueId);
    const [oldest] = this.#byConnection.keys();
    if (this.#byConnection.size > mostConnections && oldest !== undefined) this.#byConnection.delete(oldest);
    this.#byQueueId.delete(queueId);
  }

  #named(queueId: string, messageId: string): void {
    this.#byQueueId.delete(queueId);
    if (!this.wanted.has(messageId)) return;
    const passage: Passage = { queueId, taken: false, became: 'waiting' };
    this.#byQueueId.set(queueId, passage);
    this.#passages.set(messageId, [...this.of(messageId), passage]);
  }

  #passed(passage: Passage, { at, service, text }: LogLine): void {
    if (/^(?:milter-)?reject: (?:END-OF-MESSAGE|header|body|DATA)/.test(text))
      passage.turnedAway = { at, why: 'it was refused at its end' };
    if (service === 'qmgr' && /^from=.*\(queue active\)$/.test(text)) passage.taken = true;
    const [, status] = /\bstatus=(\w+)/.exec(text) ?? [];
    if (status !== undefined) this.#tried(passage, status);
    if (text !== 'removed') return;
    if (passage.became === 'waiting') passage.became = 'dropped';
    this.#byQueueId.delete(passage.queueId);
  }

  #tried(passage: Passage, status: string): void {
    passage.taken = true;
    if (status === 'sent') passage.became = 'delivered';
    else if (status === 'bounced' || status === 'expired') passage.became = 'bounced';
    else passage.became = 'waiting';
  }

  #ofConnection({ at, pid, text }: LogLine): void {
    // The line went before the end of the letter. After END-OF-MESSAGE it may have been taken.
    const broken = /^(?:lost connection|timeout|Connection timed out) after (?:DATA|BDAT)\b/.test(text);
    const passage = broken ? this.#byQueueId.get(this.#byConnection.get(pid) ?? '') : undefined;
    if (passage && !passage.taken) passage.turnedAway = { at, why: 'the line broke before its end' };
  }
}
