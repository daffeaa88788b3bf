import type { Language } from '@relais/vocabulary';
import { html, type Html } from './html.js';

/** Colours with a contrast of at least 4.5:1 on their grounds, in light and in dark. */
const styles = `
:root{color-scheme:light dark}
body{margin:0;padding:0;background:#fbf5ea;color:#2a2018;font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.sheet{max-width:34em;margin:0 auto;padding:24px 20px 40px}
h1,h2,h3{font-family:"Iowan Old Style",Palatino,"Palatino Linotype",Georgia,serif;line-height:1.25}
h1{font-size:28px;margin:0 0 8px}
h2{font-size:22px;margin:36px 0 14px;padding-top:16px;border-top:1px solid #e5d6bb}
h3{font-size:19px;margin:22px 0 2px}
p{margin:0 0 12px}
a{color:#8f3a1b;text-underline-offset:3px}
.off a{text-decoration:line-through}
.quiet{color:#65533f;font-size:16px}
.button{display:inline-block;margin:8px 0;padding:12px 22px;background:#8f3a1b;color:#fff;border-radius:6px;text-decoration:none;font-weight:600}
@media (prefers-color-scheme:dark){body{background:#1c1611;color:#f2e8d9}a{color:#f2a57c}h2{border-color:#4a3b2d}.quiet{color:#c8b59d}.button{background:#f2a57c;color:#1c1611}}
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
