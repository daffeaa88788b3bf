import type { JSX } from 'preact';
import type { PageRequest } from '../../page.js';
import { fieldOf, type AnnounceField, type Announcing } from './announcing.js';
import { announceWords, type AnnounceWords } from './words.js';

export type Shown = Readonly<{ request: PageRequest; announcing: Announcing }>;

const wordsOf = ({ request }: Shown): AnnounceWords => announceWords[request.language];

/** What there is to say of a field: its error, and what of it is a guess. */
const remarks = ({ announcing: { doubts = [] }, ...shown }: Shown, field: AnnounceField | 'colle'): string[] =>
  doubts
    .filter(({ about }) => fieldOf(about) === field)
    .map(({ about, text }) => announceWords[shown.request.language].doubts[about](text));

/** A field with its label, its error and its doubts, all of which it names for those who do not see. */
export const Field = ({
  shown,
  field,
  type = 'text',
  required = false,
}: {
  shown: Shown;
  field: AnnounceField | 'colle';
  type?: 'text' | 'date' | 'time' | 'url' | 'textarea';
  required?: boolean;
}) => {
  const words = wordsOf(shown);
  const error = shown.announcing.errors?.[field];
  const doubts = remarks(shown, field);
  const value = shown.announcing.values[field] ?? '';
  const said = [...(error ? [`${field}-erreur`] : []), ...(doubts.length > 0 ? [`${field}-doute`] : [])].join(' ');
  const all = {
    ...{ id: field, name: field, required },
    ...(said !== '' && { 'aria-describedby': said }),
    ...(error && { 'aria-invalid': 'true' as const }),
  };
  return (
    <div>
      <label for={field}>
        {words.fields[field]} {!required && <span class="quiet">{words.optional}</span>}
      </label>
      {type === 'textarea' ? (
        <textarea rows={9} {...all}>
          {value}
        </textarea>
      ) : (
        // One of four kinds, which the types of Preact take one by one only.
        <input {...({ ...all, type, value } as JSX.IntrinsicElements['input'])} />
      )}
      {error && (
        <p class="error" id={`${field}-erreur`}>
          {words.errors[error]}
        </p>
      )}
      {doubts.length > 0 && (
        <p class="doubt" id={`${field}-doute`}>
          {doubts.join(' ')}
        </p>
      )}
    </div>
  );
};

export const AllDay = ({ shown }: { shown: Shown }) => {
  const doubts = remarks(shown, 'journee');
  return (
    <div>
      <label class="choice">
        <input
          type="checkbox"
          id="journee"
          name="journee"
          value="oui"
          checked={shown.announcing.values['journee'] === 'oui'}
          {...(doubts.length > 0 && { 'aria-describedby': 'journee-doute' })}
        />
        <span>{wordsOf(shown).fields.journee}</span>
      </label>
      {doubts.length > 0 && (
        <p class="doubt" id="journee-doute">
          {doubts.join(' ')}
        </p>
      )}
    </div>
  );
};

/** All errors before the form, each leading to its field; else what to look at closely. */
export const Summary = ({ shown }: { shown: Shown }) => {
  const words = wordsOf(shown);
  const { errors = {}, doubts = [] } = shown.announcing;
  const wrong = Object.entries(errors) as [AnnounceField | 'colle', keyof AnnounceWords['errors']][];
  const lines: [string, string][] =
    wrong.length > 0
      ? wrong.map(([field, error]) => [field, `${words.fields[field]}\u00a0: ${words.errors[error]}`])
      : doubts.map(({ about, text }) => [fieldOf(about), words.doubts[about](text)]);
  if (lines.length === 0) return null;
  return (
    <div class={wrong.length > 0 ? 'notice' : 'notice doubtful'} role={wrong.length > 0 ? 'alert' : 'status'}>
      <p>{wrong.length > 0 ? words.errorsFound : words.notSure}</p>
      <ul>
        {lines.map(([field, text]) => (
          <li key={`${field} ${text}`}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
