import { specification } from '@relais/event-sourcing/testing';
import { checkpointDue } from './due.js';
import type { NotaryEvent } from './events.js';
import { notary } from './notary.js';

const { given } = specification(notary);
const fixed = (size: number, hash = `hash of ${size}`) => ({
  ...{ size, hash, position: String(size), note: `note of ${size}` },
});
const fix = (size: number, hash?: string) => ({ type: 'fix' as const, ...fixed(size, hash) });
const checkpointed = (size: number): NotaryEvent => ({ type: 'log.checkpointed', data: fixed(size) });

describe('the notary', () => {
  it('fixes how far the log is', () => {
    given().when(fix(10)).then(checkpointed(10));
  });

  it('goes on from there', () => {
    given(checkpointed(10)).when(fix(20)).then(checkpointed(20));
  });

  it('fixes nothing twice, and nothing less than what is fixed', () => {
    given(checkpointed(10), checkpointed(20)).when(fix(20)).thenNothing();
    given(checkpointed(10), checkpointed(20)).when(fix(15)).thenNothing();
  });

  it('does not fix another chain where one is fixed', () => {
    given(checkpointed(20))
      .when(fix(20, 'another'))
      .thenRefused({ type: 'contradicted', size: 20, hash: 'hash of 20' });
  });

  it('is not led astray by a stream that was ended', () => {
    given(checkpointed(20), { type: 'log.stream-ended', data: {} }).when(fix(20)).thenNothing();
  });
});

describe('a checkpoint', () => {
  const since = '2026-11-25T09:00:00Z';

  it('is due a day after the first event that none covers', () => {
    expect(checkpointDue({ count: 999, since })).toBe('2026-11-26T09:00:00.000Z');
  });

  it('is due at once when a thousand wait for it', () => {
    expect(checkpointDue({ count: 1_000, since })).toBe(since);
  });

  it('is never due where nothing waits', () => {
    expect(checkpointDue({ count: 0 })).toBeUndefined();
  });
});
