import { defaultPreferences, type Preferences } from '@relais/mailing-list';
import type { AssemblyId } from '@relais/vocabulary';
import { issue } from './testing/issue.js';
import { wouldReceive } from './would-receive.js';

const preferences = (more: Partial<Preferences>): Preferences => ({
  ...defaultPreferences({ city: 'lille' as AssemblyId, zone: 'Europe/Paris', language: 'fr' }),
  ...more,
});
const saying = (title: string, themes?: readonly string[]) => ({
  ...issue,
  content: { upcoming: [], announced: [], news: [{ title, source: 'Blog', ...(themes && { themes }) }] },
});

describe('what somebody receives of issues', () => {
  it('is each fact once, also where two cities tell it', () => {
    expect(wouldReceive(preferences({}), [saying('Un'), saying('Un'), saying('Deux')])).toEqual({ facts: 2 });
  });

  it('is nothing where nothing happened', () => {
    expect(wouldReceive(preferences({}), [])).toEqual({ nothing: 'nothing-happened' });
    expect(wouldReceive(preferences({ kinds: ['votes'] }), [])).toEqual({ nothing: 'nothing-happened' });
  });

  it('is nothing where nothing of what they chose happened, and says which choice it was', () => {
    const garden = saying('Un', ['jardins']);
    expect(wouldReceive(preferences({ kinds: ['votes'] }), [garden])).toEqual({ nothing: 'other-kinds' });
    expect(wouldReceive(preferences({ themes: ['wifi'] }), [garden])).toEqual({ nothing: 'other-themes' });
    expect(wouldReceive(preferences({ themes: ['jardins'] }), [garden])).toEqual({ facts: 1 });
    expect(wouldReceive(preferences({ themes: ['wifi'] }), [saying('Un')])).toEqual({ facts: 1 });
  });
});
