import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';

/**
 * Lints texts as if they stood in files of the workspace, with the workspace's own configuration. A process of its own,
 * started at the root: Nx keeps what it knows in globals. Reads and writes JSON.
 *
 * With `only`, one rule is asked that needs no types: much faster.
 *
 * @typedef {Readonly<{ file: string; text: string; only?: string }>} Asked
 */

const whole = new ESLint();

/** @param {string} only */
const untyped = (only) =>
  new ESLint({
    ruleFilter: ({ ruleId }) => ruleId === only,
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  });

const answers = [];
for (const { file, text, only } of /** @type {readonly Asked[]} */ (await json(process.stdin))) {
  const [result] = await (only === undefined ? whole : untyped(only)).lintText(text, { filePath: file });
  answers.push(result?.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })) ?? []);
}
process.stdout.write(JSON.stringify(answers));
