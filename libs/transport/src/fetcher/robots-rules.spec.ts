import { robotsRules } from './robots-rules.js';

const said = (...lines: string[]) => robotsRules(lines.join('\n'), 'Relais');

describe('a robots.txt', () => {
  it.each([
    ['nothing at all', [], '/a', true],
    ['all is closed', ['User-agent: *', 'Disallow: /'], '/a', false],
    ['an empty rule closes nothing', ['User-agent: *', 'Disallow:'], '/a', true],
    ['a folder is closed', ['User-agent: *', 'Disallow: /a/'], '/a/b', false],
    ['a folder beside it', ['User-agent: *', 'Disallow: /a/'], '/ab', true],
    ['what is said to another', ['User-agent: otherbot', 'Disallow: /'], '/a', true],
    ['what is said to us', ['User-agent: *', 'Disallow:', '', 'User-agent: relais', 'Disallow: /'], '/a', false],
    ['ours instead of all’s', ['User-agent: *', 'Disallow: /', 'User-agent: RELAIS/2', 'Allow: /'], '/a', true],
    ['several names for one group', ['User-agent: x', 'User-agent: relais', 'Disallow: /a'], '/a', false],
    ['two groups for one name', ['User-agent: *', 'Disallow: /a', 'User-agent: *', 'Disallow: /b'], '/b', false],
    ['the longer rule', ['User-agent: *', 'Disallow: /a', 'Allow: /a/b'], '/a/b/c', true],
    ['of two as long, what allows', ['User-agent: *', 'Allow: /a', 'Disallow: /a'], '/a', true],
    ['a star', ['User-agent: *', 'Disallow: /*/print'], '/agenda/print', false],
    ['a star that finds nothing', ['User-agent: *', 'Disallow: /*/print'], '/agenda', true],
    ['an end', ['User-agent: *', 'Disallow: /*.pdf$'], '/a.pdf', false],
    ['not yet the end', ['User-agent: *', 'Disallow: /*.pdf$'], '/a.pdf?b', true],
    ['an end without a star', ['User-agent: *', 'Disallow: /a$'], '/ab', true],
    ['a query', ['User-agent: *', 'Disallow: /*?'], '/a?b=c', false],
    ['an encoded path', ['User-agent: *', 'Disallow: /été'], '/%c3%A9t%C3%a9', false],
    ['comments and blanks', ['# hello', '  User-agent : *  # all', ' DISALLOW :/a # b'], '/a', false],
    ['a rule before any name', ['Disallow: /', 'User-agent: x'], '/a', true],
    ['a page instead of rules', ['<!doctype html>', '<p>Disallow: /</p>'], '/a', true],
    ['old line ends', ['User-agent: *\rDisallow: /a\r'], '/a', false],
  ])('is understood: %s', (_case, lines, path, allowed) => {
    expect(said(...lines).allows(path)).toBe(allowed);
  });

  it.each([
    ['nothing is said', ['User-agent: *', 'Disallow: /a'], 0],
    ['to all', ['User-agent: *', 'Crawl-delay: 5'], 5],
    [
      'to us, and not to all',
      ['User-agent: *', 'Crawl-delay: 5', '', 'User-agent: relais', 'crawl-delay : 0.5 # s'],
      0.5,
    ],
    ['to all, and not to us', ['User-agent: *', 'Crawl-delay: 5', '', 'User-agent: relais', 'Disallow: /a'], 0],
    ['to others', ['User-agent: otherbot', 'Crawl-delay: 5'], 0],
    ['twice', ['User-agent: *', 'Crawl-delay: 9', 'Disallow:', 'Crawl-delay: 2'], 9],
    ['to nobody', ['Crawl-delay: 5', 'User-agent: *', 'Disallow:'], 0],
    ['in words, or backwards', ['User-agent: *', 'Crawl-delay: ten', 'Crawl-delay: -1', 'Crawl-delay: 1e9'], 0],
  ])('wants a pause between two pages: %s', (_case, lines, pause) => {
    expect(said(...lines).pause).toBe(pause);
  });

  it('still closes what stands before and after a pause', () => {
    const rules = said('User-agent: *', 'Disallow: /a', 'Crawl-delay: 5', 'Disallow: /b');
    expect(['/a', '/b', '/c'].map((path) => rules.allows(path))).toEqual([false, false, true]);
  });

  it('of many stars takes no time to speak of', () => {
    const rules = said('User-agent: *', `Disallow: /${'*a'.repeat(5_000)}$`);
    expect(rules.allows(`/${'a'.repeat(4_999)}b`)).toBe(true);
  });
});
