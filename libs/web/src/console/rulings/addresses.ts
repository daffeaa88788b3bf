import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import type { RulingFields } from './seen.js';

export const rulingsPath = '/admin/rapprochements';

/** Where a case is looked at. */
export const caseAddress = (fields: Partial<RulingFields>): string => {
  const asked = Object.entries(fields).filter(([name, value]) => name !== 'note' && value !== '');
  return asked.length === 0 ? rulingsPath : `${rulingsPath}?${new URLSearchParams(asked)}`;
};

export const casePath = (fields: Partial<RulingFields>, language: Language): string =>
  pathOf(caseAddress(fields), language);
