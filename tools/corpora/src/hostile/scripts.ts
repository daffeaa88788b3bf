import { both, summary, titles, withBody, without, type HostileCase } from './hostile-case.ts';

/** Ways to bring a script past a sanitiser; many of them change their meaning when they are parsed a second time. */
const payloads: readonly (readonly [string, string])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in capitals, with a tab', '<SCRIPT\t>alert(1)</SCRIPT\n>'],
  ['a script in a script', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
  ['a handler', '<b onclick="alert(1)">a</b>'],
  ['a handler behind a slash', '<a/onmouseover=alert(1)//href="x">a</a>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['javascript: in a link', '<a href="javascript:alert(1)">a</a>'],
  ['javascript: with white space and references', '<a href=" &#1; java&#x0A;script&colon;alert(1)">a</a>'],
  ['data: in a link', '<a href="data:text/html,<script>alert(1)</script>">a</a>'],
  ['vbscript: in a link', '<a href="VBscript:alert(1)">a</a>'],
  ['a drawing with a script', '<svg><script>alert(1)</script></svg>'],
  [
    'a drawing that animates a link',
    '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>a</text></a></svg>',
  ],
  ['a style that ends in formulas', '<math><style><img src=x onerror=alert(1)></style></math>'],
  [
    'formulas, a table and a style',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  ['a form in a form in formulas', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>'],
  ['noscript and a title', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">'],
  ['a template', '<template><script>alert(1)</script></template>'],
  ['a textarea that ends in an attribute', '<textarea><a title="</textarea><img src onerror=alert(1)>">'],
  ['a comment that ends early', '<!--><img src=x onerror=alert(1)>-->'],
  ['a comment that ends with an exclamation mark', '<!-- --!><img src=x onerror=alert(1)>-->'],
  ['a bogus comment', '<!x "><img src=x onerror=alert(1)>">'],
  ['CDATA in HTML', '<![CDATA[<img src=x onerror=alert(1)>]]>'],
  ['xmp', '<xmp><p title="</xmp><script>alert(1)</script>">'],
  ['plaintext', '<plaintext><script>alert(1)</script>'],
  ['a frame with a document', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['an object and an embed', '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">'],
  ['a base for links', '<base href="javascript:/"><a href="alert(1)">a</a>'],
  ['a meta that goes elsewhere', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'],
  ['a style with an import', '<style>@import "javascript:alert(1)";</style><p style="x:expression(alert(1))">a</p>'],
  ['a link with a backquote', '<a href=`javascript:alert(1)`>a</a><a title="`" href="javascript:alert(1)">b</a>'],
  ['an unclosed tag at the end', 'a <img src=x onerror=alert(1) '],
  ['an unclosed attribute at the end', 'a <a href="javascript:alert(1)'],
  ['a NUL in a name', '<scr\u0000ipt>alert(1)</scr\u0000ipt>'],
  ['a slash for a space', '<svg/onload=alert(1)>'],
  ['an id and a name', '<a id="body" name="cookie" class="x" href="https://a.test/">a</a>'],
  ['a select in formulas', '<math><select><mglyph><style><script>alert(1)</script></style></select></math>'],
  ['details that open', '<details open ontoggle=alert(1)>a</details>'],
  ['audio and video', '<audio src onerror=alert(1)><video><source onerror=alert(1)></video>'],
];

const alive =
  /<script|<svg|<math|<i(?:mg|frame)|<style|<form|<object|<embed|<base|<meta| on\w+=|href="(?!https?:|mailto:)/i;
const read = both(titles('Un', 'Deux'), without(new RegExp(alive.source.replaceAll('"', String.raw`\\"`), 'i')));

export const scripts: readonly HostileCase[] = [
  ...payloads.map(([name, html]): HostileCase => ({ name, body: () => withBody(html), right: read })),
  {
    name: 'a script in a title, escaped once and twice',
    body: () => withBody('a').replace('>Un<', '>Un&lt;script&gt;alert(1)&lt;/script&gt;<'),
    right: both(titles('Un', 'Deux'), without(/alert/)),
  },
  {
    name: 'what looks like markup in plain text of Atom',
    body: () =>
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Un</title><content>&lt;script&gt;</content></entry></feed>',
    right: summary('&lt;script&gt;'),
  },
];
