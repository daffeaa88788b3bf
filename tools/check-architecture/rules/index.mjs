import { arguedException } from './argued-exception.mjs';
import { fewLocalImports } from './few-local-imports.mjs';
import { noDefaultBranch } from './no-default-branch.mjs';

/** The rules of this house that no plug-in has. */
export const relais = {
  rules: {
    'argued-exception': arguedException,
    'few-local-imports': fewLocalImports,
    'no-default-branch': noDefaultBranch,
  },
};
