/** A status of failure as RFC 3463 writes it, and no address of a host. */
const enhanced = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/;
/** What a mail server answers (RFC 5321, 4.2). */
const reply = /(?<![\d.-])([45])[0-5]\d(?=[\s-])/;

/** What people and programs write of it, where no number says it. */
const inWords: readonly (readonly [words: RegExp, detail: string])[] = [
  [
    /(?:mailbox|inbox|account|boîte)[^.\n]{0,40}\b(?:full|pleine)|over\s?quota|quota[^.\n]{0,20}exceed|disk full/i,
    '2.2',
  ],
  [/(?:account|mailbox|user)[^.\n]{0,30}(?:disabled|inactive|suspended|désactivé)/i, '2.1'],
  [
    /\b(?:unknown|no such|invalid|unrecognized|inexistante?)\b[^.\n]{0,40}\b(?:user|address|recipient|mailbox|account|destinataire|adresse)/i,
    '1.1',
  ],
  [
    /\b(?:user|address|recipient|mailbox|account|utilisateur|adresse)\b[^.\n]{0,60}\b(?:unknown|not found|not exist|doesn[’']t exist|inconnue?|n[’']existe pas|not known)/i,
    '1.1',
  ],
  [/\b(?:host|domain)\b[^.\n]{0,40}\b(?:unknown|not found)|unknown (?:host|domain)/i, '1.2'],
  [/spam|blacklist|blocked|policy/i, '7.1'],
];

/** The status that a text names, `otherwise` its class where it names none: `5` for good, `4` for now. */
export const statusIn = (text: string, otherwise: '4' | '5'): string => {
  const exact = enhanced.exec(text);
  if (exact) return exact[0];
  const kind = reply.exec(text)?.[1] ?? otherwise;
  const [, detail = '0.0'] = inWords.find(([words]) => words.test(text)) ?? [];
  return `${kind}.${detail}`;
};
