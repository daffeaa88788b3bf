import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** What a DKIM signature says and whether it holds (RFC 6376, relaxed/relaxed, rsa-sha256); undefined for an unsigned letter. */
export type Signature = Readonly<{ domain: string; selector: string; covers: readonly string[]; holds: boolean }>;

const relaxed = (field: string): string => {
  const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(field) ?? [];
  const folded = value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ');
  return `${name.trim().toLowerCase()}:${folded.trim()}`;
};

const relaxedBody = (body: string): string => {
  const lines = body.replace(/[ \t]+(?=\r\n)/g, '').replace(/[ \t]+/g, ' ');
  const text = lines.replace(/(\r\n)*$/, '');
  return text === '' ? '' : `${text}\r\n`;
};

/** Checks a letter's first signature as a receiver would, with the public key that a look-up would have given. */
export const signatureOf = (letter: Buffer, publicKey: KeyObject): Signature | undefined => {
  const raw = letter.toString('latin1');
  const split = raw.indexOf('\r\n\r\n');
  const fields = raw.slice(0, split).split(/\r\n(?![ \t])/);
  const field = fields.find((one) => /^dkim-signature:/i.test(one));
  if (field === undefined) return undefined;
  const tags = new Map(
    relaxed(field)
      .replace(/^[^:]*:/, '')
      .split(';')
      .map((tag) => /^\s*([a-z]+)\s*=(.*)$/s.exec(tag))
      .map((match) => [match?.[1] ?? '', (match?.[2] ?? '').replace(/\s/g, '')] as const),
  );
  const covers = (tags.get('h') ?? '').toLowerCase().split(':');
  const left = [...fields].reverse();
  const covered = covers.map((name) => {
    const at = left.findIndex((one) => one.toLowerCase().startsWith(`${name}:`));
    return at < 0 ? '' : `${relaxed(left.splice(at, 1)[0] ?? '')}\r\n`;
  });
  const unsigned = relaxed(field).replace(/(;\s*b=)[^;]*/, '$1');
  const body = createHash('sha256')
    .update(relaxedBody(raw.slice(split + 4)), 'latin1')
    .digest('base64');
  const verify = createVerify('RSA-SHA256').update(covered.join('') + unsigned, 'latin1');
  return {
    domain: tags.get('d') ?? '',
    selector: tags.get('s') ?? '',
    covers,
    holds: body === tags.get('bh') && verify.verify(publicKey, tags.get('b') ?? '', 'base64'),
  };
};
