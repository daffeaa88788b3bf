import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import { Room } from '../room.ts';
import { refused } from './refused.ts';

/** The same configuration with one line of it changed, and what is expected there. */
const changes = [
  ['    country: FR', '    country: France', /expected a country of two capitals/],
  ['    zone: Europe/Paris', '    zone: Europe/Lille', /expected an IANA time zone/],
  ['        platform: demosphere', '        plattform: demosphere', /expected the keys id, title, platform/],
  [
    '        digest: { day: 1, hour: 9 }',
    '        digest: { day: 31, hour: 9 }',
    /expected a day that every month has/,
  ],
  [
    '        url: https://lille.demosphere.net/events.ics',
    '        url: lille.demosphere.net',
    /expected an http or https URL/,
  ],
  ['demonstration: true', 'demonstration: [true', /:\d+:/],
] as const;

export const mistakes = (): Promise<readonly string[]> =>
  Room.with({}, async (room) => {
    const lines = readFileSync(join(repository, 'relais.yaml'), 'utf8').split('\n');
    const file = room.configFile;
    const told: string[] = [];
    for (const [before, after, expected] of changes) {
      const at = lines.indexOf(before);
      writeFileSync(file, lines.toSpliced(at, 1, after).join('\n'));
      const { code, stderr } = await room.service('hub').ended;
      const said = stderr.split('\n').find((line) => line.startsWith(`${file}:`) && expected.test(line));
      const line = Number(said?.slice(file.length + 1).split(':')[0]);
      // What ends too late is noticed a little later.
      const isThere = after.includes('[') ? line > at : line === at + 1;
      if (code !== 2 || !isThere)
        throw new Error(`«${after}» in line ${at + 1} ended with ${code} and said: ${stderr}`);
      told.push(said?.slice(room.folder.length + 1) ?? '');
    }
    const words = await refused(
      room.service('hub', { PORT: 'three', RELAIS_CONFIG: join(repository, 'relais.yaml') }),
      2,
      /PORT must be a whole number/,
    );
    return [
      `a mistake in relais.yaml (${changes.length} kinds): exit 2, «${told[0]}»`,
      `a mistake in a setting: exit 2, «${words}»`,
    ];
  });
