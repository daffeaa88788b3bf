import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument, UnreadableDocument } from '@relais/sources';
import { cases } from './cases.ts';
import type { HostileCase, Outcome } from './hostile-case.ts';
import { readApart } from './hostile.ts';
import { unsound } from './soundness.ts';

const outcomeOf = async ({ body, mediaType = '' }: HostileCase): Promise<Outcome> => {
  try {
    const url = 'https://exemple.test/dossier/flux';
    const bytes = Buffer.from(body());
    const { document } = await readDocument({
      ...{ url, mediaType, body: bytes, fetchedAt: '2026-11-01T12:00:00Z', zone: 'Europe/Paris' },
    });
    return { document };
  } catch (error) {
    if (error instanceof UnreadableDocument) return { refusal: error.message };
    throw error;
  }
};

describe('the hostile set', () => {
  it('has at least 150 cases, each with a name of its own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  // The larger ones are measured by the figure, each in a process of its own.
  it.each(cases.filter(({ body }) => body().length < 200_000))('is read right, or refused: $name', async (one) => {
    const outcome = await outcomeOf(one);
    expect(unsound(outcome)).toBeUndefined();
    expect([outcome, one.right(outcome)]).toEqual([outcome, true]);
  });
});

describe('a case that is read in a process of its own', () => {
  const inFolder = async (one: HostileCase) => {
    const folder = mkdtempSync(join(tmpdir(), 'relais-hostile-'));
    try {
      return await readApart(one, folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const [first] = cases;

  it('is measured there', async () => {
    if (first === undefined) throw new Error('there are no cases');
    const { wrong, seconds, megabytes } = await inFolder(first);
    expect([wrong, seconds > 0, megabytes > 10]).toEqual([undefined, true, true]);
  });

  it('says what is wrong where the document is not what it should be', async () => {
    if (first === undefined) throw new Error('there are no cases');
    const { wrong } = await inFolder({
      ...first,
      body: () => '<rss><channel><item><title>Autre</title></item></channel></rss>',
    });
    expect(wrong).toContain('Autre');
  });
});
