import { missingModules, pythonIsRequired } from '../python.ts';
import { fuzzed, icsFuzz } from './ics-fuzz.ts';

const withPython = pythonIsRequired() || missingModules(icsFuzz.modules ?? []).length === 0 ? it : it.skip;

describe('random calendars', () => {
  withPython.each([7, 20_261_201])('are read as dateutil has them: seed %i (needs Python)', (seed) => {
    const differences: string[] = [];
    const { equal, occurrences } = fuzzed(seed, 200, (line) => differences.push(line));
    expect(differences).toEqual([]);
    expect(equal).toBe(200);
    expect(occurrences).toBeGreaterThan(10_000);
  });
});
