import { timingSafeEqual } from 'node:crypto';
import { inSmallLetters } from '@relais/vocabulary';

/** Who makes unforgeable tokens, the same each time: `Keys` does. */
export type Tokens = Readonly<{ token(purpose: string, id: string): string }>;

/** What comes to an address: a letter that was not delivered, somebody's wish to leave, an answer, what a list sends its subscribers. */
export const returnKinds = { bounce: 'rebond', leave: 'quitter', answer: 'reponse', canary: 'temoin' } as const;
export type ReturnKind = keyof typeof returnKinds;

/** 50 bits: each guess is a conversation of its own with our server. */
const signatureLength = 10;

const signatureOf = (keys: Tokens, kind: ReturnKind, code: string): string => {
  const token = keys.token(`return ${kind}`, code);
  return inSmallLetters(Buffer.from(token.slice(token.indexOf('.') + 1), 'base64url')).slice(0, signatureLength);
};

/**
 * An address of our own that names one letter or subscription by its code, such as `rebond+CODE.SIGNATURE@domain` (variable
 * envelope return paths): at most 45 characters before the @, and whole in small letters. `domain` is `settings.returnDomain`.
 */
export const returnAddress = (keys: Tokens, domain: string, kind: ReturnKind, code: string): string =>
  `${returnKinds[kind]}+${code}.${signatureOf(keys, kind, code)}@${domain}`;

/** What an address of ours names, whatever its domain; undefined for one that nobody here made. */
export const returnOf = (keys: Tokens, address: string): Readonly<{ kind: ReturnKind; code: string }> | undefined => {
  const [, name, code = '', given = ''] =
    /^([a-z]+)\+([a-z2-7]{1,40})\.([a-z2-7]{10})@/.exec(address.toLowerCase()) ?? [];
  const kind = (Object.keys(returnKinds) as ReturnKind[]).find((one) => returnKinds[one] === name);
  if (kind === undefined) return undefined;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signatureOf(keys, kind, code))) ? { kind, code } : undefined;
};
