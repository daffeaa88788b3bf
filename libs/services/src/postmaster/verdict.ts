import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@relais/configuration';
import type { Instant } from '@relais/vocabulary';
import { z } from 'zod';
import { checks } from './checks.js';
import type { Finding } from './finding.js';
import { Names } from './names.js';

/** A finding, and what it is about. */
export type Found = Finding & Readonly<{ name: string }>;

const shape = z.object({
  at: z.string(),
  /** Of which settings. */
  of: z.string(),
  /** What is bad, in a line each; nothing is when there is none. */
  bad: z.array(z.string()),
});

/** What was last found of the post. */
export type Verdict = Readonly<z.output<typeof shape>>;

const fileIn = ({ dataFolder }: Settings): string => join(dataFolder, 'post.json');

/** Two settings that differ in nothing of the post have the same; no password can be read out of it. */
const fingerprint = ({ smtpUrl, mailFrom, returnDomain, mailHost, publicUrl, dkim, dnsServers }: Settings): string =>
  createHash('sha256')
    .update(JSON.stringify([smtpUrl, mailFrom, returnDomain, mailHost, publicUrl, dkim, dnsServers]))
    .digest('hex');

/** Looks at all that providers ask for. */
export const examined = async (settings: Settings): Promise<readonly Found[]> => {
  const names = new Names(settings.dnsServers);
  const found = await Promise.all(
    checks.map(async ({ name, look }) => {
      const finding = await look(settings, names);
      return finding && { name, ...finding };
    }),
  );
  return found.filter((one) => one !== undefined);
};

/** Keeps what was found, where there is a data folder to keep it in. */
export const keepVerdict = (settings: Settings, found: readonly Found[], at: Instant): Verdict => {
  const bad = found.filter(({ state }) => state === 'bad');
  const verdict = {
    at,
    of: fingerprint(settings),
    bad: bad.map(({ name, detail, advice }) => `${name}: ${detail}; ${advice ?? ''}`),
  };
  const file = fileIn(settings);
  if (existsSync(settings.dataFolder)) {
    writeFileSync(`${file}.tmp`, JSON.stringify(verdict), { mode: 0o600 });
    renameSync(`${file}.tmp`, file);
  }
  return verdict;
};

/** What was last found with these settings; undefined where that is nothing, or cannot be read. */
export const lastVerdict = (settings: Settings): Verdict | undefined => {
  try {
    const verdict = shape.parse(JSON.parse(readFileSync(fileIn(settings), 'utf8')));
    return verdict.of === fingerprint(settings) ? verdict : undefined;
  } catch {
    return undefined;
  }
};
