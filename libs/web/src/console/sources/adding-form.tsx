import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { ChoiceField, TextField } from '../fields.js';
import { offeredMinutes, type Wish, type WishErrors } from './seen.js';
import { sourcesWords } from './words.js';

/** Adds what can be read at one address: its title and how often it is read are proposed. */
export const AddingForm = ({
  wish,
  errors = {},
  what,
  language,
  number = 1,
}: {
  wish: Wish;
  errors?: WishErrors | undefined;
  /** What kind of source it is, for those who hear the button only. */
  what: string;
  language: Language;
  number?: number;
}) => {
  const words = sourcesWords[language];
  const { adresse, ville, url, plateforme, site } = wish;
  return (
    <form class="fields" method="post" action={pathOf('/admin/sources', language)} noValidate>
      {Object.entries({ adresse, ville, url, plateforme, site }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="titre"
        id={`titre-${number}`}
        label={words.titleField}
        value={wish.titre}
        error={errors.titre && words.errors.titre[errors.titre]}
      />
      <ChoiceField
        name="minutes"
        id={`minutes-${number}`}
        label={words.every}
        value={wish.minutes}
        choices={offeredMinutes
          .toSorted((one, other) => one - other)
          .map((minutes) => [String(minutes), words.minutes(minutes)])}
        error={errors.minutes && words.errors.minutes[errors.minutes]}
      />
      <div>
        <button name="etape" value="ajouter" aria-label={words.addOf(wish.titre, what)}>
          {words.add}
        </button>
      </div>
    </form>
  );
};
