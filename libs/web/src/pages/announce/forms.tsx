import { pathOf } from '../../components/links.js';
import { whenInWords } from '@relais/vocabulary';
import { AllDay, Field, type Shown } from './field.js';
import { announceWords } from './words.js';

/** What each button asks for, in the field `etape`. */
const steps = { read: 'lire', blank: 'remplir', publish: 'publier', correct: 'corriger', cancel: 'annuler' } as const;

const actionOf = ({ request: { path, language } }: Shown): string => pathOf(path, language);

export const PasteForm = ({ shown }: { shown: Shown }) => {
  const words = announceWords[shown.request.language];
  return (
    <form class="fields" method="post" action={actionOf(shown)} noValidate>
      <div>
        <h2>{words.paste}</h2>
        <p class="quiet">{words.pasteHint}</p>
      </div>
      <Field shown={shown} field="colle" type="textarea" required />
      <div class="links">
        <button name="etape" value={steps.read}>
          {words.readIt}
        </button>
        <button name="etape" value={steps.blank} class="plain">
          {words.blank}
        </button>
      </div>
    </form>
  );
};

export const FieldsForm = ({ shown }: { shown: Shown }) => {
  const { values } = shown.announcing;
  const words = announceWords[shown.request.language];
  return (
    <form class="fields" method="post" action={actionOf(shown)} noValidate>
      <h2>{words.check}</h2>
      <input type="hidden" name="cle" value={values['cle'] ?? ''} />
      <input type="hidden" name="alias" value={values['alias'] ?? ''} />
      <Field shown={shown} field="titre" required />
      <Field shown={shown} field="date" type="date" required />
      <Field shown={shown} field="debut" type="time" />
      <Field shown={shown} field="fin" type="time" />
      <AllDay shown={shown} />
      <Field shown={shown} field="jusquau" type="date" />
      <Field shown={shown} field="lieu" />
      <Field shown={shown} field="adresse" />
      <Field shown={shown} field="codepostal" />
      <Field shown={shown} field="ville" />
      <Field shown={shown} field="lien" type="url" />
      <Field shown={shown} field="description" type="textarea" />
      <div class="links">
        <button name="etape" value={steps.publish}>
          {words.publish}
        </button>
        <a href={actionOf(shown)}>{words.startAgain}</a>
      </div>
    </form>
  );
};

/** What was announced with this link and is to come, each with what can be done about it. */
export const OwnList = ({ shown }: { shown: Shown }) => {
  const { own } = shown.announcing;
  const { language } = shown.request;
  const words = announceWords[language];
  return (
    <section>
      <h2>{words.own}</h2>
      {own.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="news">
          {own.map(({ item, title, when, cancelled }) => (
            <li key={item}>
              <b>{title}</b> {cancelled && <span class="mark bad">{words.cancelled}</span>}
              <span class="quiet">{when ? whenInWords(when, language) : words.undated}</span>
              <form class="links" method="post" action={actionOf(shown)}>
                <input type="hidden" name="item" value={item} />
                <button
                  class="plain"
                  name="etape"
                  value={steps.correct}
                  aria-label={(when ? words.correctOf : words.completeOf)(title)}
                >
                  {when ? words.correct : words.complete}
                </button>
                {when && !cancelled && (
                  <button class="plain" name="etape" value={steps.cancel} aria-label={words.cancelOf(title)}>
                    {words.cancel}
                  </button>
                )}
              </form>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
