import mjml2html from 'mjml';

/** The shell of letters as MJML makes it of its source. Throws at what MJML does not understand. No font is fetched. */
export const compiledByMjml = async (source: string): Promise<string> => {
  const { html, errors } = await mjml2html(source, { validationLevel: 'strict', keepComments: false, fonts: {} });
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'));
  // Indentation is for people: nothing of it is seen, and a letter has little room.
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
};

/** The compiled shell as a module: what the courier reads, without MJML. */
export const asModule = (compiled: string): string => {
  if (/[`\\]|\$\{/.test(compiled)) throw new Error('the shell does not fit into a template literal');
  return `// Made of letter.mjml by «npm run templates»: change that, not this.
/** A letter's page with holes such as \`[[content]]\`. */
export const compiledShell = \`${compiled}\`;
`;
};
