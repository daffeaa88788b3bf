import type { AssemblyRow } from '@relais/read-models';
import { messages } from '../../i18n/messages.js';
import type { PageRequest } from '../../page.js';
import { described, FieldError } from './field-error.js';

/** Which letter. Where there are several, none is chosen beforehand: nobody gets another city's by not looking. */
export const ListChoice = ({ request, assemblies }: { request: PageRequest; assemblies: readonly AssemblyRow[] }) => {
  const { language, outcome, query } = request;
  const words = messages[language];
  const lists = assemblies.flatMap(({ lists: all, profile }) =>
    all.map(({ list, name }) => ({ list, label: words.titleOf(profile.city, name) })),
  );
  const wanted = outcome?.values?.['liste'] ?? query['liste'];
  return (
    <div>
      <label for="liste">{words.list}</label>
      <select id="liste" name="liste" required {...described('liste', request)}>
        {lists.length > 1 && <option value="">{words.chooseList}</option>}
        {lists.map(({ list, label }) => (
          <option key={list} value={list} selected={list === wanted}>
            {label}
          </option>
        ))}
      </select>
      <FieldError field="liste" request={request} />
    </div>
  );
};
