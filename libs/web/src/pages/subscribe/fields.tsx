import type { AssemblyRow } from '@relais/read-models';
import { allAssemblies } from '../../components/rows.js';
import { described, ErrorSummary, FieldError } from '../../components/wanted/field-error.js';
import { Boxes, Menu } from '../../components/wanted/fields.js';
import { rhythmChoices } from '../../components/wanted/rhythm-choices.js';
import { consentWording } from '../../i18n/consent.js';
import { messages } from '../../i18n/messages.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';

/** Whose letters. Where there are several, none is chosen beforehand but that of the page's own city. */
export const Cities = ({ request, own }: { request: PageRequest; own: AssemblyRow | undefined }) => {
  const { language, outcome, query } = request;
  const words = wantedWords[language];
  const lists = allAssemblies(request).flatMap(({ lists: all, profile }) =>
    all.map(({ list, name }) => ({ value: list, label: messages[language].titleOf(profile.city, name) })),
  );
  const beforehand = own?.lists.map(({ list }) => list) ?? (lists.length === 1 ? lists.map(({ value }) => value) : []);
  const written = outcome?.values ? (outcome.values['liste'] ?? '') : query['liste'];
  const chosen = written === undefined ? beforehand : written.split(' ');
  // The page's own city stands first.
  const sorted = lists.toSorted((a, b) => Number(beforehand.includes(b.value)) - Number(beforehand.includes(a.value)));
  return (
    <Boxes {...{ request, field: 'liste', legend: words.cities, choices: sorted, chosen }} hint={words.citiesHint} />
  );
};

export const Address = ({ request }: { request: PageRequest }) => (
  <div>
    <label for="adresse">{messages[request.language].address}</label>
    <input
      type="email"
      id="adresse"
      name="adresse"
      autocomplete="email"
      required
      value={request.outcome?.values?.['adresse'] ?? ''}
      {...described('adresse', request)}
    />
    <FieldError field="adresse" request={request} />
  </div>
);

export const Consent = ({ request }: { request: PageRequest }) => (
  <div>
    <label class="choice">
      <input
        type="checkbox"
        id="consentement"
        name="consentement"
        value="oui"
        required
        checked={request.outcome?.values?.['consentement'] === 'oui'}
        {...described('consentement', request)}
      />
      <span>{consentWording(request.language).text}</span>
    </label>
    <FieldError field="consentement" request={request} />
  </div>
);

/** A field that people do not see; whoever fills it in is a machine. */
export const Trap = ({ label }: { label: string }) => (
  <div class="trap" aria-hidden="true">
    <label for="site">{label}</label>
    <input type="text" id="site" name="site" tabIndex={-1} autocomplete="off" />
  </div>
);

/** How often: once a month unless chosen. */
export const HowOften = ({ request }: { request: PageRequest }) => {
  const { language, outcome } = request;
  const words = wantedWords[language];
  return (
    <Menu
      {...{ request, field: 'rythme', label: words.rhythm, choices: rhythmChoices(words) }}
      chosen={outcome?.values?.['rythme'] ?? 'mois'}
      hint={words.onlyNews}
    />
  );
};

/** All that is wrong with what was sent. */
export const Mistakes = ({ request }: { request: PageRequest }) => {
  const { cities, rhythm } = wantedWords[request.language];
  const { address } = messages[request.language];
  return <ErrorSummary request={request} labels={{ liste: cities, adresse: address, rythme: rhythm }} />;
};
