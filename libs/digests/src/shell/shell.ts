import type { Language } from '@relais/vocabulary';
import { html, type Html } from './html.js';

/** Colours with a contrast of at least 4.5:1 on their grounds, in light and in dark. */
const styles = `
:root{color-scheme:light dark}
body{margin:0;padding:0;background:#faf5ec;color:#2b2118;font:17px/1.55 Georgia,"Times New Roman",serif}
.sheet{max-width:600px;margin:0 auto;padding:24px 20px}
h1{font-size:26px;line-height:1.25;margin:0 0 6px;color:#8a3418}
h2{font-size:20px;margin:32px 0 8px;padding-top:14px;border-top:2px solid #d9b98c;color:#8a3418}
h3{font-size:18px;margin:18px 0 2px}
p{margin:4px 0 10px}
a{color:#8a3418}
.when{font-weight:bold}
.quiet{color:#5f4f3f;font-size:16px}
.button{display:inline-block;padding:12px 22px;background:#8a3418;color:#fff;border-radius:6px;text-decoration:none;font-weight:bold}
@media (prefers-color-scheme:dark){body{background:#1f1813;color:#f3e9da}h1,h2,a{color:#f0a67f}h2{border-color:#6b4a2f}.quiet{color:#c9b59d}.button{background:#f0a67f;color:#1f1813}}
`.replaceAll('\n', '');

/** A letter's page around its content: one column, readable without styles, nothing remote. */
export const letterDocument = (title: string, language: Language, content: Html): string =>
  `<!doctype html>\n${
    html`<html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${{ html: styles }}
        </style>
      </head>
      <body>
        <div class="sheet" role="article" aria-label="${title}" lang="${language}" dir="ltr">${content}</div>
      </body>
    </html> `.html
  }`;
