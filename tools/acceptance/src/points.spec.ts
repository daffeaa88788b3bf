import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pointsNamed, WrongUse } from './arguments.ts';
import { points } from './points.ts';

const names = (chosen: readonly { name: string }[]): string[] => chosen.map(({ name }) => name);

describe('the points of the acceptance', () => {
  it('are those that have a file', () => {
    const files = readdirSync(join(import.meta.dirname, 'points')).map((file) => file.replace(/\.ts$/, ''));
    expect(names(points).sort()).toEqual(files.sort());
  });

  it('are all shown, but for those that are too slow for every day', () => {
    expect(names(points.filter((point) => !pointsNamed([], points).includes(point)))).toEqual(['fresh']);
  });

  it('are shown in their order, whichever are named', () => {
    expect(names(pointsNamed(['replay', 'fresh', 'pages'], points))).toEqual(['fresh', 'pages', 'replay']);
  });

  it('are listed with what they claim for who names another', () => {
    expect(() => pointsNamed(['pages', 'page'], points)).toThrow(WrongUse);
    expect(() => pointsNamed(['pages', 'page'], points)).toThrow('no point is called page; there are');
    for (const { name, claims } of points)
      expect(() => pointsNamed(['page'], points)).toThrow(`${name.padEnd(10)} ${claims}`);
  });
});
