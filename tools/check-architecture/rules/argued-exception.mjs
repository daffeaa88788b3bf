const directive = /^\s*(?:eslint-disable(?:-next-line|-line)?|@ts-(?:expect-error|ignore|nocheck))\b/;

/**
 * Whoever switches a rule off says which one and why: `eslint-disable-next-line no-control-regex -- they are removed`.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const arguedException = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unargued: 'Say which rule is switched off and why: `eslint-disable-next-line <rule> -- <reason>`.',
    },
  },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments())
        if (directive.test(comment.value) && !/^\s*eslint-disable\S*\s+\S+.*\s-- \S/.test(comment.value))
          if (comment.loc) context.report({ loc: comment.loc, messageId: 'unargued' });
    },
  }),
};
