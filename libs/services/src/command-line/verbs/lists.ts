import { adviceOn, canaries, type ListCopy } from '@relais/read-models';
import { isLanguage, type Language } from '@relais/vocabulary';
import { canaryAddress } from '../../external-lists/canary-address.js';
import { keysOf } from '../../wiring/adapters.js';
import type { DeployedExternalList } from '../../wiring/deployment.js';
import { openReadModels } from '../open-files.js';
import { WrongUse, type Verb } from '../verb.js';

/** What is told of a list in one language. */
const told = ({ id, name }: DeployedExternalList, canary: string | null, copies: readonly ListCopy[], as: Language) => {
  const [last] = copies;
  return {
    ...{ list: id, name, canary },
    last: last ? { ...last, ...adviceOn(last, as) } : null,
    earlier: copies.slice(1).map((copy) => ({ issue: copy.issue, at: copy.at, verdict: adviceOn(copy, as).verdict })),
  };
};

const inWords = ({ list, name, canary, last, earlier }: ReturnType<typeof told>): string =>
  [
    `${list} (${name})`,
    `  subscribe  ${canary ?? 'nobody: set canary: true at the list, and RETURN_DOMAIN'}`,
    last ? `  ${last.verdict.padEnd(10)} ${last.issue ?? ''}: ${last.means}` : '  no copy yet',
    ...(last?.ask ?? []).map((one) => `  ask        ${one}`),
    ...earlier.slice(0, 12).map(({ issue, verdict }) => `  ${verdict.padEnd(10)} ${issue ?? ''}`),
  ].join('\n');

/** The lists of others: the address of ours to subscribe there, and how they treat what we send. */
export const lists: Verb = {
  name: 'lists',
  summary: 'external lists: the canary’s address to subscribe, how copies arrived, what to ask of their owners',
  options: [['--language <language>', 'of what it says: fr, en (the default) or nl']],
  async run({ settings, deployment, output }, { language = 'en' }) {
    if (typeof language !== 'string' || !isLanguage(language)) throw new WrongUse('--language is fr, en or nl');
    const { externalLists } = deployment();
    const { returnDomain } = settings;
    const keys = keysOf(settings);
    const models = openReadModels(settings);
    try {
      for (const list of externalLists) {
        const canary = list.canary && returnDomain ? canaryAddress(keys, returnDomain, list.id) : null;
        const one = told(list, canary, models.get(canaries, list.id)?.copies ?? [], language);
        output.say(one, () => inWords(one));
      }
      if (externalLists.length === 0) output.line('no external list: give an assembly one with «kind: external»');
      return 0;
    } finally {
      models.close();
      await keys.close();
    }
  },
};
