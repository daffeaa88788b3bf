import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { listen } from '@relais/transport/testing';
import { byClass, elements, parseDocument, textOf } from '../agenda.ts';
import { eventsIn } from '../event-log.ts';
import { lastJson, Room, today } from '../room.ts';
import { until } from '../until.ts';

const feed = (name: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><item><guid>${name}</guid>` +
  `<title>Nouvelle de ${name}</title><link>https://exemple.test/${name}</link></item></channel></rss>`;

/** How each source answers while it is broken. */
const broken: Readonly<Record<string, { answer: RequestListener; code: string }>> = {
  garbage: {
    answer: (_request, response) => response.writeHead(200).end(Buffer.from([0, 1, 2, 255, 254, 7, 0, 200, 13, 0])),
    code: 'unrecognised',
  },
  missing: { answer: (_request, response) => response.writeHead(404).end('nothing here'), code: 'http-status' },
  endless: {
    answer: (_request, response) => response.writeHead(200).end(Buffer.alloc(10_000_001, 0x20)),
    code: 'too-large',
  },
  silent: { answer: () => undefined, code: 'timeout' },
};
const names = [...Object.keys(broken), 'good', 'better'];

/** Each source on a server of its own, as sources are. */
const servers = async (isBroken: () => boolean) => {
  const all = names.map(async (name) => {
    const answer = broken[name]?.answer;
    const server = await listen((request, response) =>
      answer && isBroken()
        ? answer(request, response)
        : response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed(name)),
    );
    return { name, server };
  });
  return Promise.all(all);
};

const configuration = (sources: readonly { id: string; url: string }[]): string =>
  JSON.stringify({
    assemblies: [
      {
        ...{ id: 'lille', name: 'Assemblée des communs de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' },
        sources: sources.map((source) => ({ ...source, title: `Source ${source.id}`, platform: 'test' })),
      },
    ],
  });

type Failure = Readonly<{ source: string; reason: { code: string; detail: string } }>;
const failuresIn = async (room: Room): Promise<readonly Failure[]> =>
  (await eventsIn(room.data, 'source.failed')).map(({ data }) => data as unknown as Failure);

/** What the page says of a source. */
const shownOf = async ({ site }: Room, name: string): Promise<string> => {
  const items = elements('li', parseDocument(await site.text('/sources')));
  return textOf(items.find((item) => textOf(elements('h3', item)[0]) === `Source ${name}`));
};

const collect = (room: Room, name: string) => room.relais('collect', '--source', name, '--json').catch(() => '');

const scenario = async (room: Room, repair: () => void): Promise<readonly string[]> => {
  const from = performance.now();
  await room.hub();
  const ready = (performance.now() - from) / 1_000;
  await until('a failure of each broken source', async () =>
    (await failuresIn(room)).length >= Object.keys(broken).length ? true : undefined,
  );
  // Each is tried once more, which is no news; the silent one would take its 30 s again.
  await Promise.all(names.filter((name) => name !== 'silent').map((name) => collect(room, name)));
  const failures = await failuresIn(room);
  assert.deepEqual(
    failures.map(({ source, reason }) => `${source} ${reason.code}`).sort(),
    Object.entries(broken)
      .map(([name, { code }]) => `${name} ${code}`)
      .sort(),
    'one failure each, although they were read twice',
  );
  for (const { source, reason } of failures)
    assert.ok((await shownOf(room, source)).includes(reason.detail), `/sources does not say why ${source} failed`);
  const published = await eventsIn(room.data, 'source.item-published');
  assert.equal(published.length, 2, 'items of the two good sources');
  repair();
  await Promise.all(Object.keys(broken).map((name) => collect(room, name)));
  const recovered = await eventsIn(room.data, 'source.recovered');
  assert.equal(recovered.length, Object.keys(broken).length, 'recoveries');
  const { sources } = lastJson<{ sources: { ok: number; failing: number } }>(await room.relais('status', '--json'));
  assert.deepEqual([sources.ok, sources.failing], [names.length, 0]);
  const marks = byClass('bad', parseDocument(await room.site.text('/sources')));
  assert.deepEqual(marks.map(textOf), [], 'sources that are still shown as failing');
  const reasons = failures.map(({ source, reason }) => `${source}: ${reason.detail}`).join('; ');
  return [
    `${failures.length} broken sources, read again and again: one source.failed each, shown on /sources (${reasons}); the 2 others read, ` +
      `the hub ready after ${ready.toFixed(1)} s; ${recovered.length} recoveries noticed`,
  ];
};

export const badSources = async (): Promise<readonly string[]> => {
  let isBroken = true;
  const all = await servers(() => isBroken);
  try {
    return await Room.with({ ...today, RELAIS_ALLOW_PRIVATE_ADDRESSES: '1' }, async (room) => {
      writeFileSync(
        room.configFile,
        configuration(all.map(({ name, server }) => ({ id: name, url: `${server.origin}/${name}` }))),
      );
      return scenario(room, () => (isBroken = false));
    });
  } finally {
    await Promise.all(all.map(({ server }) => server.close()));
  }
};
