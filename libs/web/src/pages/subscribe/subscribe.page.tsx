import { AssemblyNav } from '../../components/assembly-nav.js';
import { LanguageChoice } from '../../components/language-choice.js';
import { pathOf } from '../../components/links.js';
import { allAssemblies, assemblyOf } from '../../components/rows.js';
import { described, ErrorSummary, FieldError } from '../../components/wanted/field-error.js';
import { Boxes, Menu } from '../../components/wanted/fields.js';
import { rhythmChoices } from '../../components/wanted/rhythm-choices.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { consentWording } from '../../i18n/consent.js';
import { messages } from '../../i18n/messages.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { AssemblyRow } from '@relais/read-models';
import type { Page, PageRequest, PageResponse } from '../../page.js';

/** The answer to everybody who asked, whether or not the address was known. */
const asked = (request: PageRequest): PageResponse => {
  const { language, outcome } = request;
  const words = messages[language];
  return {
    title: words.asked,
    private: true,
    body: (
      <>
        <h1>{words.asked}</h1>
        <p class="lead">{words.askedText}</p>
        {outcome?.letters && <WantedSummary request={request} />}
        <p>
          <a href={pathOf('/agenda', language)}>{words.wholeAgenda}</a>
        </p>
      </>
    ),
  };
};

/** Whose letters. Where there are several, none is chosen beforehand but that of the page's own city. */
const Cities = ({ request, own }: { request: PageRequest; own: AssemblyRow | undefined }) => {
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

const Address = ({ request }: { request: PageRequest }) => (
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

const Consent = ({ request }: { request: PageRequest }) => (
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
const Trap = ({ label }: { label: string }) => (
  <div class="trap" aria-hidden="true">
    <label for="site">{label}</label>
    <input type="text" id="site" name="site" tabIndex={-1} autocomplete="off" />
  </div>
);

/** The form by which a person asks for a letter. */
export const subscribePage: Page = {
  name: 'subscribe',
  paths: ['/abonnement', '/:city/abonnement'],
  render(request) {
    const own = assemblyOf(request);
    if (request.params['city'] !== undefined && own === undefined) return undefined;
    const { language, outcome, path } = request;
    const words = messages[language];
    const wanted = wantedWords[language];
    if (outcome?.done === 'asked') return asked(request);
    const assemblies = own ? [own] : allAssemblies(request);
    const title = own ? words.titleOf(words.subscribeTo, own.profile.name) : words.subscribeTo;
    return {
      status: outcome?.errors ? 400 : 200,
      title: outcome?.errors ? words.errorTitle(title) : title,
      description: `${title}. ${words.subscribeIntro}`,
      body: (
        <>
          {own && <AssemblyNav row={own} language={language} path={path} />}
          <h1>{words.subscribeTo}</h1>
          <p class="lead">{words.subscribeIntro}</p>
          <ErrorSummary request={request} labels={{ liste: wanted.cities, adresse: words.address }} />
          {assemblies.every(({ lists }) => lists.length === 0) ? (
            <p>{words.noList}</p>
          ) : (
            <form class="fields" method="post" action={pathOf(path, language)} noValidate>
              <Cities request={request} own={own} />
              <Address request={request} />
              <Menu
                {...{ request, field: 'rythme', label: wanted.rhythm, choices: rhythmChoices(wanted) }}
                chosen={outcome?.values?.['rythme'] ?? 'mois'}
                hint={wanted.onlyNews}
              />
              <LanguageChoice language={language} chosen={outcome?.values?.['langue']} />
              <Consent request={request} />
              <Trap label={words.leaveEmpty} />
              <div>
                <button>{words.send}</button>
              </div>
              <p class="quiet">{words.privacy}</p>
            </form>
          )}
        </>
      ),
    };
  },
};
