import { firstWords, plainText, titleText } from './plain-text.js';
import { htmlOfText, titleOfText } from './text-as-html.js';

describe('plain text', () => {
  it.each([
    ['<p>Un</p><p>deux</p>', 'Un deux'],
    ['Un<br>deux', 'Un deux'],
    ['a<b>b</b>c <i>d</i>', 'abc d'],
    ['&Eacute;t&eacute; &amp; &lt;hiver&gt; &#8217;', 'Été & <hiver> ’'],
    ['  a \n\t b\u00a0c ', 'a b c'],
    ['1 < 2 et 3 > 2', '1 < 2 et 3 > 2'],
    ['a<script>alert(1)</script>b', 'a b'],
    ['a<style>p{}</style>b', 'a b'],
    ['a<!-- b -->c', 'ac'],
    ['a<!-- b', 'a'],
    ['a <b', 'a <b'],
    ['A<B', 'A<B'],
    ['i<3, 1<!2, x<y et y>z', 'i<3, 1<!2, x<y et y>z'],
    ['<annulé> la <u>fête</u>', '<annulé> la fête'],
    ['a <a href="https://exem', 'a'],
    ['a <o:p>b</o:p><my-tag>c</my-tag><?xml x?>d', 'a b c d'],
    ['<![CDATA[Tom & Jerry]]>', 'Tom & Jerry'],
    ['a<img alt="1 > 2" src="/b.png">c', 'a c'],
    ["a<b title='>'>b</b>", 'ab'],
    ['a<b title=">b</b>c', 'abc'],
    ['<a title="<br>" href=">">un</a>', 'un'],
    ['a<script>b', 'a'],
    ['', ''],
  ])('of %j is %j', (markup, text) => {
    expect(plainText(markup)).toBe(text);
  });

  it('is read once: what was escaped twice stays escaped', () => {
    expect(plainText('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
  });

  it('is found quickly in a text of nothing but tags', () => {
    expect(plainText('<a '.repeat(300_000))).toHaveLength(899_999);
    expect(plainText('<a b="'.repeat(100_000) + '>"')).toBe('"');
    expect(plainText("<a b='".repeat(100_000) + "'>".repeat(10))).toBe("'>".repeat(9));
    expect(plainText('<script>'.repeat(100_000))).toBe('');
    expect(plainText('< '.repeat(300_000))).toHaveLength(599_999);
  });
});

describe('the first words', () => {
  it('of a short text are the text', () => {
    expect(firstWords('Un deux trois')).toBe('Un deux trois');
  });

  it('are cut between words', () => {
    expect(firstWords('Un deux trois quatre', 12)).toBe('Un deux…');
  });

  it('are cut within a word that is too long for that, but not within a character', () => {
    expect(firstWords('abcdefghijkl', 10)).toBe('abcdefghij…');
    expect(firstWords('Un deuxtroisquatre', 12)).toBe('Un deuxtrois…');
    expect(firstWords('abcdefghi🌱jkl', 10)).toBe('abcdefghi…');
  });
});

describe('a title', () => {
  it('is 500 characters at most, none of them half', () => {
    expect(titleText(`${'a'.repeat(499)}🌱`)).toBe('a'.repeat(499));
    expect(titleText('a'.repeat(501))).toHaveLength(500);
  });

  it('that was written as plain text may speak of tags and entities', () => {
    expect(titleOfText('Liste<Texte> & &eacute; < 3')).toBe('Liste<Texte> & &eacute; < 3');
  });
});

describe('a plain text as HTML', () => {
  it('keeps its lines and its brackets', () => {
    expect(htmlOfText('1 < 2\r\n& la suite\n\nfin')).toBe('1 &lt; 2<br>&amp; la suite<br><br>fin');
  });

  it('is left alone where it was HTML after all', () => {
    expect(htmlOfText('<p>Un &amp; <b>deux</b></p>')).toBe('<p>Un &amp; <b>deux</b></p>');
  });
});
