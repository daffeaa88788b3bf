import type { EventStore } from '@relais/event-store';

/** What came of a send; `mostUnknown`: of how many letters it was not known at the same time what became of them. */
export type Outcome = Readonly<{ doubled: number; lost: number; unresolved: number; mostUnknown: number }>;

const types = ['letter.intended', 'letter.handed-over', 'letter.accepted', 'letter.refused', 'letter.unknown'];

/** Compares what the log says of the letters of an issue with what was taken, by Message-ID. */
export const outcomeOf = async (store: EventStore, taken: readonly string[], receivers: number): Promise<Outcome> => {
  const letters = new Map<string, string>();
  const unknown = new Set<string>();
  let mostUnknown = 0;
  for await (const page of store.readAll(0n, { types }))
    for (const { type, data } of page) {
      const { letter, purpose, permanent } = data as { letter: string; purpose?: string; permanent?: boolean };
      if (type === 'letter.intended') {
        if (purpose === 'digest') letters.set(letter, 'intended');
        continue;
      }
      if (!letters.has(letter)) continue;
      letters.set(letter, permanent === true ? 'given up' : type.slice('letter.'.length));
      if (type === 'letter.unknown') unknown.add(letter);
      else unknown.delete(letter);
      mostUnknown = Math.max(mostUnknown, unknown.size);
    }
  await store.close();
  const ids = taken.map((messageId) => messageId.slice(1, messageId.indexOf('@')));
  const arrived = new Set(ids);
  const all = [...letters];
  return {
    doubled: ids.length - arrived.size,
    lost: receivers - all.filter(([letter]) => arrived.has(letter)).length,
    unresolved: receivers - all.filter(([, status]) => status === 'accepted').length,
    mostUnknown,
  };
};
