const time = 'The time comes with the command, the event or an argument.';
const chance = 'What is random comes with the command or an argument.';
const zone = 'This asks the machine for its zone or language: name the zone or the language.';
const world = 'Pure code knows no file, no network and no process.';

/** @type {readonly (readonly [name: string, message: string])[]} */
const globals = [
  ...['performance', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => /** @type {const} */ ([name, time])),
  ['crypto', chance],
  ...['process', 'fetch', 'console', 'localStorage'].map((name) => /** @type {const} */ ([name, world])),
];

/** @type {readonly (readonly [object: string, property: string, message: string])[]} */
const properties = [
  ['Date', 'now', time],
  ['Temporal', 'Now', time],
  ['Math', 'random', chance],
];

/** @type {readonly (readonly [selector: string, message: string])[]} */
const syntax = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', time],
  ['CallExpression[callee.name="Date"]', time],
  ['NewExpression[callee.name="Date"][arguments.length>1]', zone],
  ['MemberExpression[property.name=/^(get|set)(Date|Day|FullYear|Hours|Minutes|Month|TimezoneOffset)$/]', zone],
  ['CallExpression[callee.property.name=/^toLocale.*String$/][arguments.length=0]', zone],
  ['NewExpression[callee.object.name="Intl"][arguments.length=0]', zone],
];

/**
 * What pure code is forbidden, in the words of ESLint's own rules; `may` are built-in modules that are used purely.
 *
 * @param {readonly string[]} may
 * @returns {import('eslint').Linter.RulesRecord}
 */
export const pureCode = (may) => ({
  'no-restricted-globals': ['error', ...globals.map(([name, message]) => ({ name, message }))],
  'no-restricted-properties': [
    'error',
    ...properties.map(([object, property, message]) => ({ object, property, message })),
  ],
  'no-restricted-syntax': ['error', ...syntax.map(([selector, message]) => ({ selector, message }))],
  'no-restricted-imports': [
    'error',
    { patterns: [{ group: ['node:*', ...may.map((name) => `!${name}`)], message: world }] },
  ],
});
