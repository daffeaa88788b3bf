import { sanitisedHtml, urlsIn } from './sanitised-html.js';

const base = 'https://exemple.test/blog/article';
const clean = (html: string): string => sanitisedHtml(html, base);

/** Tags as we write them, with nothing but the attributes that may stay. */
const ours = /<\/?[a-z][a-z0-9]{0,9}(?: (?:href|rel|title|datetime|colspan|rowspan)(?:="[^"<>]*")?)*(?: \/)?>/g;
const dangerous = /<(script|style|iframe|object|embed|svg|math|form|input|button|base|meta|link|img|video|template)/i;

describe('sanitised HTML', () => {
  it('keeps what texts are made of', () => {
    const text =
      '<h2>Un</h2><p>Deux <strong>trois</strong> <em>quatre</em></p><ul><li>cinq</li></ul><blockquote>six</blockquote>';
    expect(clean(text)).toBe(text);
  });

  it.each([
    ['scripts', '<script>alert(1)</script>a', 'a'],
    ['scripts in capitals', '<SCRIPT SRC=//x.test/x.js></SCRIPT>a', 'a'],
    ['handlers', '<p onclick="alert(1)" onmouseover=alert(1)>a</p>', '<p>a</p>'],
    ['styles', '<style>p{color:red}</style><p style="background:url(javascript:alert(1))">a</p>', '<p>a</p>'],
    ['frames', '<iframe src="https://x.test"></iframe><object data="x"></object><embed src="x">a', 'a'],
    ['drawings', '<svg onload=alert(1)><script>alert(1)</script></svg>a', 'a'],
    ['images, which tell who reads', '<img src="https://x.test/pixel.gif" onerror=alert(1)>a', 'a'],
    ['forms', '<form action="https://x.test"><input name="x"><button>a</button></form>', 'a'],
    ['ids, classes and targets', '<p id="a" class="b">a <a href="/x" target="_blank" id="c">x</a></p>', undefined],
    ['comments', '<!-- <script>alert(1)</script> -->a<!--[if IE]>b<![endif]-->', 'a'],
    ['processing instructions', '<?php echo 1 ?>a', 'a'],
    ['bases', '<base href="https://x.test/">a', 'a'],
  ])('leaves out %s', (_what, html, expected) => {
    const out = clean(html);
    expect(out).toBe(expected ?? '<p>a <a href="https://exemple.test/x" rel="nofollow ugc noopener">x</a></p>');
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6A;avascript&colon;alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://exemple.test/x',
    'http://[bad/',
  ])('has no link to %j', (url) => {
    expect(clean(`<a href="${url}">a</a>`)).toBe('<a rel="nofollow ugc noopener">a</a>');
  });

  it.each([
    ['page', 'https://exemple.test/blog/page'],
    ['../page?a=1&amp;b=2', 'https://exemple.test/page?a=1&amp;b=2'],
    ['/page', 'https://exemple.test/page'],
    ['#note', 'https://exemple.test/blog/article#note'],
    ['?x', 'https://exemple.test/blog/article?x'],
    ['//autre.test/page', 'https://autre.test/page'],
    ['\\\\autre.test\\page', 'https://autre.test/page'],
    ['HTTP://Autre.test', 'http://autre.test/'],
    ['mailto:info@exemple.test', 'mailto:info@exemple.test'],
  ])('makes the link %s absolute', (url, absolute) => {
    expect(clean(`<a href="${url}">a</a>`)).toBe(`<a href="${absolute}" rel="nofollow ugc noopener">a</a>`);
  });

  it.each([
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    '<template><script>alert(1)</script></template>',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    '<a href="https://x.test/"onclick=alert(1)>a</a>',
    '<abbr title="&quot;><script>alert(1)</script>">a</abbr>',
    '<abbr title="a` onmouseover=alert(1) `">a</abbr>',
    '<time datetime="<script>alert(1)</script>">a</time>',
    '<<script>script>alert(1)<</script>/script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<p/onclick=alert(1)>a',
    '<p\u0000onclick=alert(1)>a',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<title><p id="</title><img src=x onerror=alert(1)>">',
    '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
    '<p title="',
    '<',
    '<a href="https://x.test/?a=<script>">a</a>',
  ])('stays harmless, also when it is read once more: %s', (html) => {
    const out = clean(html);
    expect(out.replace(ours, '')).not.toContain('<');
    expect(out).not.toMatch(dangerous);
    expect(clean(out)).toBe(out);
  });

  it('is closed where the text breaks off', () => {
    expect(clean('<p>a <b>b')).toBe('<p>a <b>b</b></p>');
  });

  it('is cut where it is too long, between characters', () => {
    const out = clean(`${'a'.repeat(99_999)}🌱b`);
    expect(out).toBe('a'.repeat(99_999));
  });

  it('does not grow without measure by a long base before short links', () => {
    const long = `https://exemple.test/${'a'.repeat(1_900)}/`;
    const text = sanitisedHtml('<a href="b">c</a>'.repeat(5_000), long);
    expect(text).toContain(`<a href="${long}b" rel="nofollow ugc noopener">c</a>`);
    expect(text.length).toBeLessThan(500_000);
    expect(text.match(/c<\/a>/g)).toHaveLength(5_000);
  });

  it('has neither control characters nor halves of characters', () => {
    expect(clean('a\u0000\u0008b &#1; c \ud83c')).toBe('ab  c \ufffd');
  });
});

describe('the URLs in sanitised HTML', () => {
  it('are those of links, then those in the text, each once', () => {
    const html = clean(
      '<a href="/un">https://exemple.test/un</a> <a href="mailto:a@exemple.test">a</a> Voir (https://autre.test/x?a=1&amp;b=2).',
    );
    expect(urlsIn(html)).toEqual(['https://exemple.test/un', 'https://autre.test/x?a=1&b=2']);
  });

  it('are fifty at most', () => {
    const many = Array.from({ length: 80 }, (_none, at) => `https://exemple.test/${at}`).join(' ');
    expect(urlsIn(clean(many))).toHaveLength(50);
  });
});
