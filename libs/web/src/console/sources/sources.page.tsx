import type { Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import type { PageResponse } from '../../page.js';
import { ChoiceField, LongField, TextField } from '../fields.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { SourceRows } from './source-rows.js';
import type { City, ListedSource } from './seen.js';
import { sourcesWords } from './words.js';

/** What was typed into the forms, and what was wrong with it. */
export type SourcesForms = Readonly<{
  values: Readonly<Partial<Record<'adresse' | 'ville' | 'opml', string>>>;
  errors?: Readonly<{
    adresse?: 'missing';
    ville?: 'missing';
    opml?: 'missing' | 'empty' | 'running' | Readonly<{ unreadable: string }>;
  }>;
}>;

export type SourcesSeen = SourcesForms &
  Readonly<{
    cities: readonly City[];
    sources: readonly ListedSource[];
    /** The title of one that was just removed. */
    removed?: string;
  }>;

type Forms = { seen: SourcesSeen; language: Language };

const SearchForm = ({ seen: { cities, values, errors }, language }: Forms) => {
  const words = sourcesWords[language];
  return (
    <form class="fields" method="post" action={pathOf('/admin/sources', language)} noValidate>
      <TextField
        name="adresse"
        label={words.address}
        value={values.adresse ?? ''}
        hint={words.addressHint}
        error={errors?.adresse && words.errors.address}
        required
      />
      <ChoiceField
        name="ville"
        label={words.city}
        value={values.ville ?? (cities.length === 1 ? (cities[0]?.id ?? '') : '')}
        choices={[['', words.chooseCity], ...cities.map(({ id, city }) => [id, city] as const)]}
        error={errors?.ville && words.errors.city}
      />
      <div>
        <button name="etape" value="chercher">
          {words.search}
        </button>
      </div>
    </form>
  );
};

const ImportForm = ({ seen: { cities, values, errors }, language }: Forms) => {
  const words = sourcesWords[language];
  const error = errors?.opml;
  const said =
    typeof error === 'object' ? words.errors.opml.unreadable(error.unreadable) : error && words.errors.opml[error];
  return (
    <form class="fields" method="post" action={pathOf('/admin/sources/import', language)} noValidate>
      <LongField name="opml" label={words.opml} value={values.opml ?? ''} rows={6} hint={words.opmlHint} error={said} />
      <ChoiceField
        name="ville"
        id="ville-opml"
        label={words.opmlCity}
        value={error === undefined ? '' : (values.ville ?? '')}
        choices={[['', words.byGroup], ...cities.map(({ id, city }) => [id, city] as const)]}
      />
      <div>
        <button>{words.import}</button>
      </div>
    </form>
  );
};

/** The sources and how they are, a way to add one, or many, and to remove what was added. */
export const sourcesConsolePage = (request: ConsoleRequest, seen: SourcesSeen): PageResponse => {
  const { language } = request;
  const words = sourcesWords[language];
  return consolePage(request, {
    title: words.title,
    status: seen.errors === undefined ? 200 : 400,
    address: '/admin/sources',
    body: (
      <>
        {seen.removed !== undefined && (
          <p class="notice good" role="status">
            {words.removed(seen.removed)}
          </p>
        )}
        <h2>{words.addTitle}</h2>
        <SearchForm seen={seen} language={language} />
        <SourceRows request={request} seen={seen} />
        <h2>{words.opmlTitle}</h2>
        <p>{words.opmlText}</p>
        <ImportForm seen={seen} language={language} />
      </>
    ),
  });
};
