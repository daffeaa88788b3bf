import { badAddresses } from '../bad-input/bad-addresses.ts';
import { badSources } from '../bad-input/bad-sources.ts';
import { mistakes } from '../bad-input/mistakes.ts';
import { newerData, readOnlyData, takenPort, twoHubs } from '../bad-input/refusals.ts';
import type { Point } from '../point.ts';

export const badInput: Point = {
  name: 'bad-input',
  claims:
    'mistakes, broken sources, bad addresses, a taken port and data that cannot be used are each told in one clear line',
  async show() {
    const cases = [mistakes, badSources, badAddresses, takenPort, readOnlyData, newerData, twoHubs];
    const more: string[] = [];
    for (const one of cases) more.push(...(await one()));
    return { seen: `${more.length} kinds of bad input, each said and none harmful`, more };
  },
};
