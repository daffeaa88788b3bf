import { failuresIn, type Failure } from './delivery-status.js';
import type { Mail } from './mail.js';
import { failuresInWords } from './older-notices.js';
import { addressIn, fieldBlocks } from './report-fields.js';

/**
 * What a message is: `failures` of delivery, a `complaint` of a receiver to their provider, an `automatic` answer, or of a
 * `person`; `uncertain` is a machine's whose words nobody here knows.
 */
export type Notice =
  | Readonly<{ kind: 'failures'; failures: readonly Failure[] }>
  | Readonly<{ kind: 'complaint' }>
  | Readonly<{ kind: 'automatic'; why: string }>
  | Readonly<{ kind: 'uncertain' }>
  | Readonly<{ kind: 'person' }>;

const server = /^(?:mailer-?daemon|postmaster|mail-daemon)@|^(?:mailer-?daemon|postmaster)$/i;
const away =
  /^\W*(?:(?:re|aw|tr)\s?:\s*)?(?:auto(?:matic|mated|matische)?[\s_-]*(?:reply|response|respons|antwort|antwoord)|automatisch antwoord|réponse automatique|(?:i am |i'm )?out of (?:the )?office|absen(?:t|ce)\b|en (?:congé|vacances)|(?:on )?vacation|(?:ik ben )?afwezig|abwesen)/i;
/** Mail programs that ask whoever writes to prove that they are a person: answering them is nobody's wish. */
const challenge =
  /\b(?:boxbe|spam ?arrest|mailinblack|challenge[- ]response)\b|(?:confirm|verify|prove) (?:that )?you(?:r| are| sent)[^.\n]{0,40}(?:e-?mail|message|human|sender)/i;

/** Why a message is no person's (RFC 3834, and what programs do instead of it); undefined where it may be. */
export const automaticBy = ({ header, text }: Mail): string | undefined => {
  const submitted = header('auto-submitted').toLowerCase();
  if (submitted !== '' && !submitted.startsWith('no')) return `Auto-Submitted: ${submitted.slice(0, 20)}`;
  if (header('x-autoreply') || header('x-autorespond') || header('x-autoresponder')) return 'an automatic answer';
  if (/^(?:bulk|junk|list|auto_reply)$/i.test(header('precedence'))) return 'bulk mail';
  if (header('list-id')) return 'a letter of a list';
  if (away.test(header('subject'))) return 'somebody is away';
  if (challenge.test(`${header('subject')}\n${text.slice(0, 2_000)}`)) return 'a challenge';
  return undefined;
};

const isComplaint = ({ parts }: Mail): boolean =>
  parts.some(
    ({ type, text }) =>
      type === 'message/feedback-report' &&
      // What RFC 5965 registers and is no complaint of a person: authentication failures, and that something is no spam.
      !/^(?:auth-failure|not-spam)/.test(fieldBlocks(text)[0]?.get('feedback-type')?.toLowerCase() ?? ''),
  );

/** Exim names whom it could not reach in a header. */
const inHeader = ({ header }: Mail): Failure[] =>
  header('x-failed-recipients')
    .split(',')
    .flatMap((one) => addressIn(one) ?? [])
    .map((address) => ({ address, action: 'failed', status: '5.0.0' }));

/** The body of a part of that type, found by its heading: what is around it need not be understood. */
const reportWithin = (letter: string): string | undefined => {
  const heading = /^content-type:[ \t]{0,20}message\/delivery-status/im.exec(letter);
  const begins = heading === null ? -1 : letter.indexOf('\n\n', heading.index);
  if (begins === -1) return undefined;
  const ends = letter.indexOf('\n--', begins);
  return letter.slice(begins + 2, ends === -1 ? undefined : ends);
};

/** Bodies of `message/delivery-status`, also of a report that a scanner of viruses put into a letter of its own. */
const deliveryReports = ({ parts }: Mail): readonly string[] => {
  const reports = parts.flatMap(({ type, text }) =>
    /^message\/(?:global-)?delivery-status$/.test(type) ? [text] : [],
  );
  if (reports.length > 0) return reports;
  return parts.flatMap(({ type, text }) => (type === 'message/rfc822' ? (reportWithin(text) ?? []) : []));
};

const own = ({ email }: Mail): ReadonlySet<string> =>
  new Set([email.from, email.sender, ...(email.to ?? [])].flatMap((one) => one?.address?.toLowerCase() ?? []));

/** Judges a message by what it is, not by what it is sent to. `sender` is that of its envelope, empty for none. */
export const noticeIn = (mail: Mail, sender: string): Notice => {
  if (isComplaint(mail)) return { kind: 'complaint' };
  const reports = deliveryReports(mail);
  const reported = reports.flatMap(failuresIn);
  if (reported.length > 0) return { kind: 'failures', failures: reported };
  // A report of what went well.
  if (reports.some((text) => /^action:\s*(?:delivered|relayed|expanded)/im.test(text)))
    return { kind: 'automatic', why: 'a report of success' };
  const byExim = inHeader(mail);
  if (byExim.length > 0) return { kind: 'failures', failures: byExim };
  const isServers = sender === '' || server.test(mail.email.from?.address ?? mail.header('from'));
  const why = automaticBy(mail);
  // Some servers' notices say that they are automatic, and some answers of who is away have no sender: what it says decides.
  if (!isServers) return why === undefined ? { kind: 'person' } : { kind: 'automatic', why };
  if (away.test(mail.header('subject')) || why === 'a challenge') return { kind: 'automatic', why: 'somebody is away' };
  const failures = failuresInWords(`${mail.header('subject')}\n\n${mail.text}`, own(mail));
  if (failures.length > 0) return { kind: 'failures', failures };
  return why === undefined || why === 'bulk mail' ? { kind: 'uncertain' } : { kind: 'automatic', why };
};
