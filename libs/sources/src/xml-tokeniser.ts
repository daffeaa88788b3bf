import { createRequire } from 'node:module';

// Required, not imported: `sanitize-html` requires the same module, and Jest cannot have one module both imported and
// required within one graph.
const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof import('htmlparser2');

/** Elements of HTML that have no end tag there, also where somebody forgot to escape it. */
export const endless = new Set(['br', 'hr', 'img', 'input', 'wbr']);

/** The tags of XML as they come, none of them changed. */
export class Tokeniser extends Parser {
  protected override isVoidElement(name: string): boolean {
    return endless.has(name.toLowerCase());
  }
}
