import { keysOf } from './item-keys.js';

describe('the keys of items', () => {
  it('are the guid, else the link, else the title', () => {
    const items = [{ id: 'a', link: 'l', title: 't' }, { link: 'm', title: 't' }, { title: ' u ' }, { title: ' ' }, {}];
    expect(keysOf(items)).toEqual(['a', 'm', 'u', undefined, undefined]);
  });

  it('say the link as well where any guid is said twice', () => {
    const items = [{ id: 'a', link: 'l' }, { id: 'a', link: 'm' }, { id: 'b', link: 'n' }, { id: 'c' }];
    expect(keysOf(items)).toEqual(['a|l', 'a|m', 'b|n', 'c']);
  });

  it('say the title of those that have the rest in common, whatever their order', () => {
    const [one, two, three] = [
      { link: 'l', title: 'un' },
      { link: 'l', title: 'deux' },
      { link: 'm', title: 'trois' },
    ];
    expect(keysOf([one, two, three])).toEqual(['l|un', 'l|deux', 'm']);
    expect(keysOf([three, two, one])).toEqual(['m', 'l|deux', 'l|un']);
  });

  it('say when those start that have the title in common, too', () => {
    const items = [1, 2].map((day) => ({ link: 'l', title: 't', starts: `2026-10-0${day}` }));
    expect(keysOf(items)).toEqual(['l|t|2026-10-01', 'l|t|2026-10-02']);
  });

  it('are the same for what is the same', () => {
    expect(
      keysOf([
        { id: 'a', title: 't' },
        { id: 'a', title: 't' },
      ]),
    ).toEqual(['a|t', 'a|t']);
  });
});
