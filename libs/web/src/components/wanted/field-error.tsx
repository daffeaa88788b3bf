import { messages } from '../../i18n/messages.js';
import { errorInWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';

type Of = { field: string; request: PageRequest };

/** A field's error beside it, and named by it for those who do not see. */
export const FieldError = ({ field, request }: Of) => {
  const error = request.outcome?.errors?.[field];
  return error ? (
    <p class="error" id={`${field}-erreur`}>
      {errorInWords(error, request.language)}
    </p>
  ) : null;
};

/** What the field itself says of its error, and of the hint beneath it. */
export const described = (field: string, { outcome }: PageRequest, hint?: string) => {
  const isWrong = outcome?.errors?.[field] !== undefined;
  const by = [...(isWrong ? [`${field}-erreur`] : []), ...(hint ? [`${field}-aide`] : [])].join(' ');
  return { ...(by && { 'aria-describedby': by }), ...(isWrong && ({ 'aria-invalid': 'true' } as const)) };
};

/** All errors before the form, each leading to its field. */
export const ErrorSummary = ({
  request,
  labels,
}: {
  request: PageRequest;
  labels: Readonly<Record<string, string>>;
}) => {
  const { language, outcome } = request;
  const words = messages[language];
  const errors = Object.entries(outcome?.errors ?? {});
  if (errors.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <p>{words.errorsFound}</p>
      <ul>
        {errors.map(([field, error]) => {
          const said = errorInWords(error, language);
          return (
            <li key={field}>
              <a href={`#${field}`}>{labels[field] ? words.titleOf(labels[field], said) : said}</a>
            </li>
          );
        })}
      </ul>
    </div>
  );
};
