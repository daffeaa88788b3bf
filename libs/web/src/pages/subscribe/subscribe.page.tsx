import type { ComponentChildren } from 'preact';
import { allAssemblies, assemblyOf } from '../../components/rows.js';
import { consentWording } from '../../i18n/consent.js';
import { messages, type Messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';

type Field = 'liste' | 'adresse' | 'consentement';

/** A field with its error beside it, and named by it for those who do not see. */
const Error = ({ field, request }: { field: Field; request: PageRequest }) => {
  const error = request.outcome?.errors?.[field];
  return error ? (
    <p class="error" id={`${field}-erreur`}>
      {messages[request.language].errors[error]}
    </p>
  ) : null;
};

const described = (field: Field, { outcome }: PageRequest) =>
  outcome?.errors?.[field] ? { 'aria-describedby': `${field}-erreur`, 'aria-invalid': true } : {};

const Summary = ({ request, words }: { request: PageRequest; words: Messages }) => {
  const errors = Object.entries(request.outcome?.errors ?? {});
  if (errors.length === 0) return null;
  return (
    <div class="notice" role="alert">
      <p>{words.errorsFound}</p>
      <ul>
        {errors.map(([field, error]) => (
          <li key={field}>
            <a href={`#${field}`}>{words.errors[error]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};

const Row = ({ children }: { children: ComponentChildren }) => <div>{children}</div>;

/** The form by which a person asks for a letter. */
export const subscribePage: Page = {
  name: 'subscribe',
  paths: ['/abonnement', '/:city/abonnement'],
  render(request) {
    const own = assemblyOf(request);
    if (request.params['city'] !== undefined && own === undefined) return undefined;
    const { language, outcome, path, query } = request;
    const words = messages[language];
    if (outcome?.done === 'asked')
      return {
        title: words.asked,
        private: true,
        body: (
          <>
            <h1>{words.asked}</h1>
            <p class="lead">{words.askedText}</p>
          </>
        ),
      };
    const lists = (own ? [own] : allAssemblies(request)).flatMap(({ lists: all, profile }) =>
      all.map((list) => ({ ...list, profile })),
    );
    const values = outcome?.values ?? {};
    return {
      status: outcome?.errors ? 400 : 200,
      title: own ? `${words.subscribeTo} : ${own.profile.name}` : words.subscribeTo,
      body: (
        <>
          <h1>{words.subscribeTo}</h1>
          <p class="lead">{words.subscribeIntro}</p>
          <Summary request={request} words={words} />
          <form class="fields" method="post" action={language === 'en' ? `${path}?lang=en` : path} noValidate>
            <Row>
              <label for="liste">{words.list}</label>
              <select id="liste" name="liste" required {...described('liste', request)}>
                {lists.map(({ list, name: label, profile }) => (
                  <option key={list} value={list} selected={list === (values['liste'] ?? query['liste'])}>
                    {`${profile.city} : ${label}`}
                  </option>
                ))}
              </select>
              <Error field="liste" request={request} />
            </Row>
            <Row>
              <label for="adresse">{words.address}</label>
              <input
                type="email"
                id="adresse"
                name="adresse"
                autocomplete="email"
                required
                value={values['adresse'] ?? ''}
                {...described('adresse', request)}
              />
              <Error field="adresse" request={request} />
            </Row>
            <Row>
              <label for="langue">{words.language}</label>
              <select id="langue" name="langue">
                <option value="fr" selected={(values['langue'] ?? language) === 'fr'} lang="fr">
                  Français
                </option>
                <option value="en" selected={(values['langue'] ?? language) === 'en'} lang="en">
                  English
                </option>
              </select>
            </Row>
            <Row>
              <label class="choice">
                <input
                  type="checkbox"
                  id="consentement"
                  name="consentement"
                  value="oui"
                  required
                  {...described('consentement', request)}
                />
                <span>{consentWording(language).text}</span>
              </label>
              <Error field="consentement" request={request} />
            </Row>
            <div class="trap" aria-hidden="true">
              <label for="site">{words.leaveEmpty}</label>
              <input type="text" id="site" name="site" tabIndex={-1} autocomplete="off" />
            </div>
            <Row>
              <button>{words.send}</button>
            </Row>
            <p class="quiet">{words.privacy}</p>
          </form>
        </>
      ),
    };
  },
};
