/**
 * Without a `default`, the compiler finds the case that is missing when an event or a command is added.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noDefaultBranch = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { named: 'Name every case: with a `default`, the compiler does not find the one that is missing.' },
  },
  create: (context) => ({
    'SwitchCase[test=null]': (/** @type {import('eslint').Rule.Node} */ node) =>
      context.report({ node, messageId: 'named' }),
  }),
};
