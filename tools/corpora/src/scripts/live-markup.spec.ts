import { liveMarkup } from './live-markup.ts';

describe('markup that is live', () => {
  it.each([
    ['<script>alert(1)</script>', 'script'],
    ['<p onclick="alert(1)">', 'p onclick'],
    ['<a href="java\tscript:alert(1)">', 'a href=javascript:'],
    ['<a href=" data:text/html,x">', 'a href=data:'],
    ['<span style="position:fixed">', 'span style'],
    ['<img src="https://exemple.test/">', 'img'],
    ['<svg><style><!--</style><a title="--><b>">', 'svg'],
    ['<a id="top">', 'a id'],
    ['<!-- x -->', 'a comment'],
  ])('is seen in %s', (html, found) => {
    expect(liveMarkup(html)).toContain(found);
  });

  it('is seen where it comes alive only in another place', () => {
    expect(liveMarkup('<b title="</noscript><i onload=x>">')).toContain('i onload in noscript');
  });

  it('is not what a letter may hold', () => {
    expect(
      liveMarkup(
        '<p>Un <b>mot</b> &lt;script&gt; <a href="https://exemple.test/?a=1&amp;b=2" rel="nofollow">ici</a></p>',
      ),
    ).toEqual([]);
  });
});
