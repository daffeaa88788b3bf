import type { Recorded } from '@relais/event-sourcing';
import { knownEvent } from './known-event.js';
import { UnknownEventType } from './upcasters/unknown.js';

const recorded = (type: string): Recorded => ({
  ...{ type, data: {}, id: 'c0ffee', stream: 'source-wiki', version: 3, position: 42n },
  recordedAt: '2026-11-24T00:00:00Z',
});

describe('an event of the log', () => {
  it('is taken as it is when its type is known', () => {
    const event = recorded('source.recovered');
    expect(knownEvent(event)).toBe(event);
  });

  it('stops the reading when its type is not known, and says where it is and what to do', () => {
    const reading = () => knownEvent(recorded('treaty.signed'));
    expect(reading).toThrow(UnknownEventType);
    expect(reading).toThrow(
      'treaty.signed at position 42 (source-wiki, version 3) is not known to this version of Relais; ' +
        'a newer version wrote it. Start that version instead.',
    );
  });

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', '', 'Source.recovered', 'source.recovered '])(
    'is not known for being called %j',
    (type) => {
      expect(() => knownEvent(recorded(type))).toThrow(UnknownEventType);
    },
  );
});
