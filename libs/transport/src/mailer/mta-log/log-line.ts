/** A line of a mail server's log: when, who wrote it, and if it was one of Postfix's programs, about which letter in its queue. */
export type LogLine = Readonly<{
  at: number;
  /** Whether the year and the zone stood there too. */
  exact: boolean;
  /** `smtpd`, `cleanup`, `qmgr` … of Postfix; empty for whoever else writes into the same log. */
  service: string;
  pid: string;
  queueId?: string;
  text: string;
}>;

const shape = new RegExp(
  [
    // RFC 3339, or the older `Nov  5 13:57:03`.
    String.raw`^(?:(?<exact>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))|(?<old>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d))`,
    String.raw` \S+ (?:[\w./-]*\/(?<service>\w+)|[^\s:[]+)(?:\[(?<pid>\d+)\])?: `,
    // The name of a queue file (postconf, enable_long_queue_ids). `warning` looks like one, and is none that anybody asks for.
    String.raw`(?:(?<queueId>[0-9A-Za-z]{5,}): )?(?<text>.*)$`,
  ].join(''),
);

const day = 86_400_000;

/** The last such moment before the file was written to: the older form leaves out the year, and means the machine's own zone. */
const withoutYear = (text: string, written: number): number => {
  const year = new Date(written).getFullYear();
  const inYear = (of: number): number => Date.parse(`${text.slice(0, 6)} ${of} ${text.slice(7)}`);
  const at = inYear(year);
  return at > written + day ? inYear(year - 1) : at;
};

/** Reads a line; undefined for what is none of a log. `written` is when its file was last written to. */
export const logLineOf = (line: string, written: number): LogLine | undefined => {
  const { exact, old, service = '', pid = '', queueId, text } = shape.exec(line)?.groups ?? {};
  if (text === undefined) return undefined;
  const at = exact === undefined ? withoutYear(old ?? '', written) : Date.parse(exact);
  if (Number.isNaN(at)) return undefined;
  return {
    at,
    exact: exact !== undefined,
    service,
    pid,
    text,
    ...(queueId !== undefined && service !== '' && { queueId }),
  };
};
