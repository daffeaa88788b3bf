import { messages } from '../../i18n/messages.js';
import type { PageRequest } from '../../page.js';

export type Field = 'liste' | 'adresse' | 'consentement';

/** A field's error beside it, and named by it for those who do not see. */
export const FieldError = ({ field, request }: { field: Field; request: PageRequest }) => {
  const error = request.outcome?.errors?.[field];
  return error ? (
    <p class="error" id={`${field}-erreur`}>
      {messages[request.language].errors[error]}
    </p>
  ) : null;
};

/** What the field itself says of its error. */
export const described = (field: Field, { outcome }: PageRequest) =>
  outcome?.errors?.[field] ? ({ 'aria-describedby': `${field}-erreur`, 'aria-invalid': 'true' } as const) : {};

/** All errors before the form, each leading to its field. */
export const ErrorSummary = ({ request }: { request: PageRequest }) => {
  const words = messages[request.language];
  const errors = Object.entries(request.outcome?.errors ?? {});
  const labels: Readonly<Record<string, string>> = { liste: words.list, adresse: words.address };
  if (errors.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <p>{words.errorsFound}</p>
      <ul>
        {errors.map(([field, error]) => (
          <li key={field}>
            <a href={`#${field}`}>
              {error === 'missing' ? words.titleOf(labels[field] ?? field, words.errors[error]) : words.errors[error]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
