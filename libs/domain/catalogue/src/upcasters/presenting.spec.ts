import type { Recorded } from '@relais/event-sourcing';
import { presenting } from './presenting.js';
import { NotUpcast, UnknownEventType, UnknownSchema } from './unknown.js';
import { asItWas } from './upcaster.js';

/** A treaty named one party, then had several, then may say where it was signed. */
const treaties = presenting(['treaty.signed', 'treaty.broken'], {
  'treaty.signed': [
    ({ party, ...rest }) => {
      if (typeof party !== 'string') throw new Error('party is no text');
      return { ...rest, parties: [party] };
    },
    asItWas,
  ],
});

const recorded = (type: string, data: object, metadata?: Recorded['metadata']): Recorded => ({
  ...{ type, data, id: 'c0ffee', stream: 'treaty-1', version: 3, position: 42n },
  recordedAt: '2026-11-24T00:00:00Z',
  ...(metadata && { metadata }),
});
const newer = 'a newer version wrote it. Start that version instead.';

describe('a stored event', () => {
  it('is brought to the shape of today step by step, from whichever shape it has', () => {
    const today = { year: 1648, parties: ['Lille'] };
    expect(treaties.present(recorded('treaty.signed', { year: 1648, party: 'Lille' }))).toEqual(
      recorded('treaty.signed', today, { schema: 3 }),
    );
    expect(treaties.present(recorded('treaty.signed', today, { schema: 2 }))).toEqual(
      recorded('treaty.signed', today, { schema: 3 }),
    );
  });

  it('keeps what is known of it beside what it says', () => {
    const metadata = { correlation: 'of-a-reading' };
    expect(treaties.present(recorded('treaty.signed', { party: 'Lille' }, metadata)).metadata).toEqual({
      ...{ correlation: 'of-a-reading', schema: 3 },
    });
  });

  it('is taken as it is when it has the shape of today, and may so be presented twice', () => {
    const [broken, signed] = [recorded('treaty.broken', {}), recorded('treaty.signed', {}, { schema: 3 })];
    expect(treaties.present(broken)).toBe(broken);
    expect(treaties.present(signed)).toBe(signed);
  });

  it('is not changed by being presented', () => {
    const event = recorded('treaty.signed', { party: 'Lille' });
    treaties.present(event);
    expect(event).toEqual(recorded('treaty.signed', { party: 'Lille' }));
  });

  it('stops the reading when its schema is one of the future, and says where it is and what to do', () => {
    const reading = (schema: number) => () => treaties.present(recorded('treaty.signed', {}, { schema }));
    expect(reading(4)).toThrow(UnknownSchema);
    expect(reading(4)).toThrow(
      `treaty.signed at position 42 (treaty-1, version 3) has schema 4, of which this version of Relais knows 3; ${newer}`,
    );
    expect(() => treaties.present(recorded('treaty.broken', {}, { schema: 2 }))).toThrow(UnknownSchema);
  });

  it.each([0, -1, 1.5, Number.NaN, '2' as unknown as number])(
    'stops the reading when its schema is none: %p',
    (schema) => {
      const reading = () => treaties.present(recorded('treaty.signed', { party: 'Lille' }, { schema }));
      expect(reading).toThrow(UnknownSchema);
      expect(reading).toThrow('which is none; the log is as it was');
    },
  );

  it.each(['treaty.sealed', 'toString', '__proto__', ''])(
    'stops the reading when its type is not known: %j',
    (type) => {
      expect(() => treaties.present(recorded(type, {}))).toThrow(UnknownEventType);
    },
  );

  it('stops the reading when it does not hold what its shape says, and says which step could not be made', () => {
    const reading = () => treaties.present(recorded('treaty.signed', { party: 7 }));
    expect(reading).toThrow(NotUpcast);
    expect(reading).toThrow(
      'treaty.signed at position 42 (treaty-1, version 3) cannot be brought from schema 1 to 2: party is no text',
    );
  });
});

describe('an event that is to be stored', () => {
  it('is written in the last schema of its type, and in the first where it is not known', () => {
    expect(['treaty.signed', 'treaty.broken', 'treaty.sealed'].map(treaties.schemaOf)).toEqual([3, 1, 1]);
  });
});
