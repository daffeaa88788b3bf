import type { HubEvent } from '@relais/catalogue';
import type { Plan } from '@relais/rhythm';
import type { AssemblyId, RhythmId } from '@relais/vocabulary';
import { lille, specification } from '../testing/index.js';
import { rhythms } from './rhythms.js';

const { given } = specification(rhythms);
const rhythm = 'lille-assemblees' as RhythmId;
const plan: Plan = {
  ...{ title: 'Assemblée des communs', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
  ...{ times: ['12:00'], zone: 'Europe/Paris' },
};
const [lyon, of] = ['lyon' as AssemblyId, { rhythm, assembly: lille }];
const set = (changed: Partial<Plan> = {}, assembly = lille): HubEvent => ({
  type: 'rhythm.set',
  data: { rhythm, assembly, plan: { ...plan, ...changed } },
});
const skipped = (date: string): HubEvent => ({ type: 'rhythm.occurrence-skipped', data: { ...of, date } });
const restored = (date: string): HubEvent => ({ type: 'rhythm.occurrence-restored', data: { ...of, date } });
const ended: HubEvent = { type: 'rhythm.ended', data: of };

describe('rhythms', () => {
  it('are as their assembly set them last', () =>
    given(set(), set({ times: ['18:30'] })).then({ ...of, plan: { ...plan, times: ['18:30'] }, skipped: [] }));

  it('hold the days that are skipped, whatever else changes', () =>
    given(set(), skipped('2026-12-31'), skipped('2026-07-30'), set({ minutes: 90 })).then({
      skipped: ['2026-07-30', '2026-12-31'],
    }));

  it('forget a day on which it meets after all', () =>
    given(set(), skipped('2026-07-30'), skipped('2026-12-31'), restored('2026-07-30')).then({
      skipped: ['2026-12-31'],
    }));

  it('are gone when they end, and begin anew with nothing skipped', async () => {
    await given(set(), ended).then();
    await given(set(), skipped('2026-12-31'), ended, set()).then({ skipped: [] });
  });

  it('stay with the assembly that took them over', () => given(set(), set({}, lyon), ended).then({ assembly: lyon }));
});
