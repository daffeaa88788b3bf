import { specification } from '@relais/event-sourcing/testing';
import type { AdminId, ImportId, ListId } from '@relais/vocabulary';
import { subscriberImport } from './subscriber-import.js';

const { given } = specification(subscriberImport);
const [id, list] = ['i1' as ImportId, 'info-lille' as ListId];
const file = { import: id, list, format: 'csv', hash: 'ab'.repeat(32), by: null, asks: null } as const;
const begun = { type: 'import.begun' as const, data: file };
const counts = { import: id, list, imported: 172, known: 1, left: 2, refused: 3 };
const completed = { type: 'import.completed' as const, data: counts };
const undone = (ended: number) => ({
  type: 'import.undone' as const,
  data: { import: id, list, by: 'secretariat' as AdminId, ended },
});
const begin = { type: 'begin', begun: file } as const;
const complete = { type: 'complete', completed: counts } as const;
const undo = { type: 'undo', import: id, by: 'secretariat' as AdminId, ended: 170 } as const;

describe('an import of subscribers', () => {
  it('begins once, and is complete once: what a crash left is gone on with', () => {
    given().when(begin).then(begun);
    given(begun).when(begin).thenNothing();
    given(begun).when(complete).then(completed);
    given(begun, completed).when(complete).thenNothing();
  });

  it('is undone once, complete or not', () => {
    given(begun).when(undo).then(undone(170));
    given(begun, completed).when(undo).then(undone(170));
    given(begun, completed, undone(170)).when(undo).thenNothing();
  });

  it('is nothing before it begins, and over once it is undone', () => {
    given().when(complete).thenRefused({ type: 'not-begun', import: id });
    given().when(undo).thenRefused({ type: 'not-begun', import: id });
    given(begun, undone(0)).when(complete).thenRefused({ type: 'undone', import: id });
    given(begun, undone(0)).when(begin).thenNothing();
  });
});
