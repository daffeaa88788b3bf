import type { ReadDocument } from '@relais/sources';

/** What reading came to: a document, or the reason why it was refused. */
export type Outcome = Readonly<{ document: ReadDocument } | { refusal: string }>;

/** A document that somebody sends to do harm, or that went wrong on its way, and what is right to read in it. */
export type HostileCase = Readonly<{
  name: string;
  body: () => string | Uint8Array;
  mediaType?: string;
  right: Judgement;
}>;

/** Whether an outcome is right; `refusal` where nothing but a refusal is. */
export type Judgement = ((outcome: Outcome) => boolean) & { refusal?: true };

/** The items have these titles, and there are no others. */
export const titles =
  (...expected: readonly string[]) =>
  (outcome: Outcome): boolean =>
    'document' in outcome &&
    JSON.stringify(outcome.document.reports.map(({ fields }) => fields.title)) === JSON.stringify(expected);

/** It is refused, and told why in these words. */
export const refused = (reason: RegExp): Judgement =>
  Object.assign((outcome: Outcome) => 'refusal' in outcome && reason.test(outcome.refusal), { refusal: true as const });

/** So many items are read, whatever they say. */
export const items =
  (least: number, most = least) =>
  (outcome: Outcome): boolean =>
    'document' in outcome && outcome.document.reports.length >= least && outcome.document.reports.length <= most;

/** Both hold. */
export const both =
  (...checks: readonly HostileCase['right'][]) =>
  (outcome: Outcome): boolean =>
    checks.every((check) => check(outcome));

/** Nothing that is said anywhere in the document matches. */
export const without =
  (pattern: RegExp) =>
  (outcome: Outcome): boolean =>
    'document' in outcome && !pattern.test(JSON.stringify(outcome.document));

/** The first item's text is this. */
export const summary =
  (expected: string) =>
  (outcome: Outcome): boolean =>
    'document' in outcome && (outcome.document.reports[0]?.fields.summary ?? '') === expected;

/** A feed with these items, and one more behind them, which must not be lost. */
export const feed = (inside: string, channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Flux</title>${channel}${inside}</channel></rss>`;

/** An item with this title and body, the body as it stands in the document. */
export const item = (title: string, body = ''): string =>
  `<item><title>${title}</title><guid isPermaLink="false">${title.slice(0, 40)}-${title.length}</guid>${body && `<description>${body}</description>`}</item>`;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A body that an item shows as HTML, beside a second item. */
export const withBody = (html: string): string => feed(item('Un', escaped(html)) + item('Deux'));

/** Ten megabytes (what a fetched document may have at most), less a little for what stands around it. */
export const tenMegabytes = 9_900_000;

/** A text repeated until it is about so long. */
export const filled = (text: string, length = tenMegabytes): string => text.repeat(Math.ceil(length / text.length));
