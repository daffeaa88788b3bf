import type { AddingRefusal } from './adding.js';

/** Why a source was not added or removed, for whoever works at the machine. */
export const refusalInWords = (refusal: AddingRefusal): string => {
  switch (refusal.type) {
    case 'not-founded':
      return `the assembly «${refusal.assembly}» is not founded`;
    case 'id-taken':
      return `the id ${refusal.source} is, or was, another source's: say another by --id`;
    case 'no-web-address':
      return `«${refusal.url}» is no http or https address`;
    case 'address-holds-secret':
      return `the address holds ${refusal.what}; the log is for everybody: name the source in relais.yaml instead`;
    case 'read-already':
      return `${refusal.url} is read already, as ${refusal.source}`;
    case 'no-such-source':
      return `there is no source ${refusal.source}`;
    case 'configured':
      return `${refusal.source} stands in relais.yaml: take it out there`;
    case 'unfit':
      return `expected ${refusal.expected}`;
  }
};
