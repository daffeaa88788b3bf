import type { Answer } from '@relais/attendance';
import { gatherings, type GatheringRow } from '@relais/read-models';
import { placeInWords, whenInWords, type When } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { TokenField } from '../../components/token-page.js';
import { answerWords } from '../../i18n/answering.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest, PageResponse } from '../../page.js';

/** How answers are written in addresses and forms. */
export const answerValues = { oui: 'yes', 'peut-etre': 'maybe', non: 'no' } as const satisfies Record<string, Answer>;
export const answerOf = (value: string | undefined): Answer | undefined =>
  Object.hasOwn(answerValues, value ?? '') ? answerValues[value as keyof typeof answerValues] : undefined;

/** Where the page stands: it asks, it was answered, or the link is good for nothing. `missing`: it was sent without an answer. */
export type Answering = Readonly<
  { status: 'asking'; missing?: true } | { status: 'answered'; answer: Answer } | { status: 'invalid' }
>;

/** Whole days are over when they are everywhere. */
const endOf = (when: When): number =>
  when.kind === 'timed' ? Date.parse(when.ends ?? when.starts) : Date.parse(when.until) + 36 * 3_600_000;

/** Whether there is something to answer any more: an announced gathering of an evening is not over at once when it begins. */
export const isOver = ({ when, cancelled, withdrawn }: GatheringRow, now: string): boolean =>
  cancelled || withdrawn === true || (when !== undefined && endOf(when) + 3 * 3_600_000 < Date.parse(now));

const Choice = ({ value, text, chosen }: { value: string; text: string; chosen: boolean }) => (
  <label class="choice">
    <input type="radio" name="reponse" value={value} checked={chosen} />
    <span>{text}</span>
  </label>
);

const asking = (request: PageRequest, row: GatheringRow, missing: boolean): PageResponse => {
  const { language, path, query } = request;
  const words = answerWords[language];
  const chosen = answerOf(query['reponse']);
  return {
    status: missing ? 400 : 200,
    title: missing ? messages[language].errorTitle(words.title) : words.title,
    private: true,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead" dir="auto">
          <a href={pathOf(`/rencontres/${row.gathering}`, language)}>{row.title}</a>
        </p>
        <p>{[row.when && whenInWords(row.when, language), placeInWords(row.place)].filter(Boolean).join(', ')}</p>
        {missing && (
          <p class="notice" role="alert">
            {words.missing}
          </p>
        )}
        <form class="fields" method="post" action={pathOf(path, language)} noValidate>
          <TokenField {...request} />
          <fieldset>
            <legend>{words.question(row.title)}</legend>
            {Object.entries(answerValues).map(([value, answer]) => (
              <Choice key={value} value={value} text={words.answers[answer]} chosen={answer === chosen} />
            ))}
          </fieldset>
          <div>
            <button>{words.button}</button>
          </div>
        </form>
        <p class="quiet">{words.privacy}</p>
      </>
    ),
  };
};

const said = (
  { language }: PageRequest,
  row: GatheringRow,
  { title, text, isBad }: { title: string; text: string; isBad: boolean },
): PageResponse => ({
  status: isBad ? 400 : 200,
  title,
  private: true,
  body: (
    <>
      <h1>{title}</h1>
      <p class={isBad ? 'notice' : 'notice good'} role={isBad ? 'alert' : 'status'}>
        {text}
      </p>
      <p>
        <a href={pathOf(`/rencontres/${row.gathering}`, language)}>{answerWords[language].toGathering}</a>
      </p>
    </>
  ),
});

/** Where the links of a letter lead by which its receiver says whether they come: GET shows and never acts, one POST answers. */
export const answeringPage = (answering: Answering): Page => ({
  name: 'answer',
  paths: ['/rencontres/:id/reponse'],
  render: (request) => {
    const { models, params, language, now } = request;
    const found = models.get(gatherings, params['id'] ?? '');
    const row = found?.mergedInto === undefined ? found : models.get(gatherings, found.mergedInto);
    if (row === undefined) return undefined;
    const [words, { badLink, errors }] = [answerWords[language], messages[language]];
    switch (answering.status) {
      case 'invalid':
        return said(request, row, { title: badLink, text: errors['invalid-token'], isBad: true });
      case 'answered':
        return said(request, row, { title: words.answered, text: words.answeredText[answering.answer], isBad: false });
      case 'asking':
        return isOver(row, now)
          ? said(request, row, { title: words.title, text: words.over, isBad: true })
          : asking(request, row, answering.missing === true);
    }
  },
});

/** The same as it is opened from a letter. */
export const answerPage: Page = answeringPage({ status: 'asking' });
