import { accept, refuse, type Decider } from '../decider.js';
import type { Event } from '../event.js';
import { specification } from './specification.js';

type Lit = Event<'lamp.lit', { by: string }>;
type Command = { type: 'light'; by: string };
type Refusal = { type: 'lit-already'; by: string };
type State = { by: string[] };

const lamp: Decider<State, Command, Lit, Refusal> = {
  initial: { by: [] },
  decide: ({ by }, state) => {
    const [before] = state.by;
    if (before === by) return accept();
    return before === undefined
      ? accept({ type: 'lamp.lit', data: { by } })
      : refuse({ type: 'lit-already', by: before });
  },
  evolve: (state, { data }) => ({ by: [...state.by, data.by] }),
};
const lit = (by: string): Lit => ({ type: 'lamp.lit', data: { by } });

describe('a specification', () => {
  const { given } = specification(lamp);

  it('holds where the decider does what it says', () => {
    given().when({ type: 'light', by: 'ana' }).then(lit('ana'));
    given(lit('ana')).when({ type: 'light', by: 'ana' }).thenNothing();
    given(lit('ana')).when({ type: 'light', by: 'bo' }).thenRefused({ type: 'lit-already', by: 'ana' });
  });

  it('fails where the decider does anything else', () => {
    expect(() => given().when({ type: 'light', by: 'ana' }).then(lit('bo'))).toThrow();
    expect(() => given().when({ type: 'light', by: 'ana' }).thenNothing()).toThrow();
    expect(() => given(lit('ana')).when({ type: 'light', by: 'bo' }).thenNothing()).toThrow();
    expect(() => given().when({ type: 'light', by: 'bo' }).thenRefused({ type: 'lit-already', by: 'ana' })).toThrow();
  });

  it('fails where a fold leaves a trace in what every fold starts from', () => {
    const leaking: typeof lamp = {
      ...lamp,
      initial: { by: [] },
      evolve: (state, { data }) => {
        state.by.push(data.by);
        return state;
      },
    };
    expect(() => specification(leaking).given(lit('ana')).when({ type: 'light', by: 'ana' })).toThrow();
  });
});
