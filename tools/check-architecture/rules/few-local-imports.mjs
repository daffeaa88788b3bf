/**
 * A file that needs many of its neighbours does more than one thing, or is a list and says so in `limits.mjs`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const fewLocalImports = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: {
      tooMany: '{{count}} imports of modules of this package; at most {{most}}. Does this file do one thing?',
    },
  },
  create: (context) => ({
    Program: (program) => {
      const most = /** @type {number} */ (context.options[0]);
      const local = program.body.filter(
        (node) => node.type === 'ImportDeclaration' && String(node.source.value).startsWith('.'),
      );
      const first = local[most];
      if (first)
        context.report({
          node: first,
          messageId: 'tooMany',
          data: { count: String(local.length), most: String(most) },
        });
    },
  }),
};
