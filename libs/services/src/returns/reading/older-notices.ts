import type { Failure } from './delivery-status.js';
import { statusIn } from './status.js';

/** Where what was sent begins, below what is said of it. */
const original =
  /^\s*(?:-{2,}.{0,60}(?:original|returned|copy|forwarded|unsent|message (?:header|text|body|follows)|below).*|.{0,60}(?:original|returned|your) (?:message|mail|e-mail)\b.{0,30}(?:follows|attached|below|reads).*|.{0,40}(?:copy of|text of|headers? of|header for) (?:your|the) (?:original )?(?:message|mail).*|message (?:text|headers?|contents?) follows?.*|received:\s.*|return-path:\s.*|.{0,20}start of returned message.*)$/i;

const failed =
  /undeliver|unable to (?:be )?(?:deliver|send|relay)|(?:not|cannot|can't|couldn't|wasn't able to|isn't able to) (?:be |yet been |been |able to )?(?:deliver|sent|reach|receive)|deli?v?(?:i|e)very[^.\n]{0,50}(?:fail|abort|problem|impossible)|fail(?:ed|ure)[^.\n]{0,40}(?:recipient|address|deliver|mail|notice)|returned (?:mail|to sender)|(?:unknown|no such|invalid)[^.\n]{0,25}(?:user|address|recipient|mailbox)|(?:user|address|recipient|mailbox|account)[^.\n]{0,40}(?:unknown|not found|not exist|full|disabled|unavailable)|over\s?quota|permanent(?: fatal)? error|fatal error|(?:was|been) (?:automatically )?rejected|did not (?:reach|receive)|non (?:remis|distribu)|n[’']a (?:pas )?pu être|impossible de (?:remettre|distribuer)|onbestelbaar|niet (?:worden )?(?:bezorgd|afgeleverd)|unzustellbar|konnte nicht/i;
const delayed =
  /\bdelay(?:ed)?\b|not yet been delivered|will (?:be )?(?:retr|keep trying|continue|try again)|still (?:being )?(?:trying|queued|in the queue)|attempts will continue|postponed|no action is required|just a warning|could not be delivered (?:for|yet)/i;

const address = /(?<![^\s<>"'`()[\],:;=])[^\s<>"'`()[\],:;=]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})+/gi;
/** Of whoever writes such notices, or helps. */
const ofServers =
  /^(?:postmaster|mailer-daemon|mailerdaemon|mail-daemon|mdaemon|abuse|support|help(?:desk)?|admin(?:istrator)?|no-?reply)@/i;
/** Lines on which an address is no receiver's. */
const elsewhere =
  /^\s*(?:from|sender|reply-to|message-id|in-reply-to|cc|references|subject|return-path)\s?:|mail from\s?:|contact|forward this|questions?\b|https?:/i;
/** Where a receiver stands who is told of: first on the line, or after what introduces one. */
const told =
  /^\W{0,20}(?:rcpt to|to|recipient|(?:final|original|failed|intended|undeliverable) (?:recipient|address)|user|addressed to|error-for)?\W{0,20}[^\s<>"'()[\],:;=]{1,64}@/i;

/** So many lines, and so much of each, is looked at: more is no notice of a failure, and may be meant to keep us busy. */
const most = { lines: 300, length: 300 } as const;

/** What is said above the letter that came back. */
const aboveTheOriginal = (text: string): string => {
  const lines = text.split('\n', most.lines).map((line) => line.slice(0, most.length));
  const end = lines.findIndex((line, at) => at > 0 && original.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
};

/**
 * What a notice says that follows no standard: by words that such notices share. `not` are addresses that are no receiver's, such as
 * whom it is from. Empty where it says nothing of the kind.
 */
export const failuresInWords = (text: string, not: ReadonlySet<string>): readonly Failure[] => {
  const said = aboveTheOriginal(text);
  const isDelayed = delayed.test(said) && !/gave up|given up|giving up|permanent/i.test(said);
  if (!isDelayed && !failed.test(said)) return [];
  const action = isDelayed ? 'delayed' : 'failed';
  const status = statusIn(said, isDelayed ? '4' : '5');
  const lines = said.split('\n').filter((line) => !elsewhere.test(line));
  const inLines = (some: readonly string[]): string[] => [
    ...new Set(some.flatMap((line) => (line.match(address) ?? []).map((one) => one.toLowerCase().replace(/\.+$/, '')))),
  ];
  const others = (found: readonly string[]): string[] => found.filter((one) => !not.has(one) && !ofServers.test(one));
  const clear = others(inLines(lines.filter((line) => told.test(line))));
  const receivers = clear.length > 0 ? clear : others(inLines(lines));
  return receivers.length > 0
    ? receivers.slice(0, 50).map((one) => ({ address: one, action, status }))
    : [{ action, status }];
};
