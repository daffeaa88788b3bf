/** @param {object} node */
const isOfTypes = (node) => 'importKind' in node && node.importKind === 'type';

/**
 * A file that needs many of its neighbours when it runs does more than one thing, or is a list and says so in `limits.mjs`.
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
      /** @type {Map<unknown, import('estree').Node>} */
      const local = new Map();
      for (const node of program.body)
        if (node.type === 'ImportDeclaration' && String(node.source.value).startsWith('.') && !isOfTypes(node))
          local.set(node.source.value, node);
      const surplus = [...local.values()][most];
      if (surplus)
        context.report({
          node: surplus,
          messageId: 'tooMany',
          data: { count: String(local.size), most: String(most) },
        });
    },
  }),
};
