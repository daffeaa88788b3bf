import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, RhythmId } from '@relais/vocabulary';
import type { Plan, RhythmEvent } from './events.js';
import { rhythms, type MeantRhythm } from './rhythms.js';

const { given } = specification(rhythms);
const assembly = 'lille' as AssemblyId;
const [rhythm, other] = ['lille-assemblees' as RhythmId, 'lille-cafes' as RhythmId];
const plan: Plan = {
  ...{ title: 'Assemblée des communs de Lille', rule: 'FREQ=MONTHLY;BYDAY=-1TH', from: '2026-01-01' },
  ...{ times: ['12:00', '18:00'], zone: 'Europe/Paris' },
};
const newYear = { date: '2026-12-31', note: 'réveillon' };

const of = { rhythm, assembly };
const wasSet: RhythmEvent = { type: 'rhythm.set', data: { ...of, plan } };
const wasSkipped: RhythmEvent = { type: 'rhythm.occurrence-skipped', data: { ...of, ...newYear } };
const wasRestored: RhythmEvent = { type: 'rhythm.occurrence-restored', data: { ...of, date: newYear.date } };
const hasEnded: RhythmEvent = { type: 'rhythm.ended', data: of };
const meant = (more: Partial<MeantRhythm> = {}): MeantRhythm => ({ rhythm, plan, skip: [], ...more });
const list = (...all: MeantRhythm[]) => ({ type: 'list' as const, assembly, rhythms: all });

describe('the rhythms of an assembly', () => {
  it('are set when they are listed first, with the days that are skipped', () => {
    given()
      .when(list(meant({ skip: [newYear] })))
      .then(wasSet, wasSkipped);
  });

  it('are left alone when they are listed unchanged', () => {
    given(wasSet, wasSkipped)
      .when(list(meant({ plan: { ...plan }, skip: [newYear, newYear] })))
      .thenNothing();
    given().when(list()).thenNothing();
  });

  it('are set anew when their plan changes, and what is skipped stays so', () => {
    const later = { ...plan, times: ['18:30'] };
    given(wasSet, wasSkipped)
      .when(list(meant({ plan: later, skip: [newYear] })))
      .then({ type: 'rhythm.set', data: { ...of, plan: later } });
    given(wasSet, wasSkipped, { type: 'rhythm.set', data: { ...of, plan: later } })
      .when(list(meant({ plan: later, skip: [newYear] })))
      .thenNothing();
  });

  it('skip a day once, however often it is named', () => {
    given(wasSet)
      .when(list(meant({ skip: [newYear, newYear] })))
      .then(wasSkipped);
  });

  it('meet after all on a day that is skipped no more', () => {
    given(wasSet, wasSkipped).when(list(meant())).then(wasRestored);
    given(wasSet, wasSkipped, wasRestored).when(list(meant())).thenNothing();
  });

  it('end when they are listed no more, and begin again with nothing skipped', () => {
    given(wasSet, wasSkipped).when(list()).then(hasEnded);
    given(wasSet, hasEnded).when(list()).thenNothing();
    given(wasSet, wasSkipped, hasEnded)
      .when(list(meant({ skip: [newYear] })))
      .then(wasSet, wasSkipped);
  });

  it('are told apart by their ids', () => {
    given(wasSet)
      .when(list(meant({ rhythm: other })))
      .then({ type: 'rhythm.set', data: { rhythm: other, assembly, plan } }, hasEnded);
  });
});
