import { citiesOf } from '../../components/rows.js';
import { tokenPage } from '../../components/token-page.js';
import { lettersOf } from '../../components/wanted/letters.js';
import { TokenLink } from '../../components/wanted/token-link.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { Page, PageRequest } from '../../page.js';

/** How long a pause may be had by one button; any other, by the page of preferences. */
export const pauses = [1, 3, 6] as const;

const Instead = ({ request }: { request: PageRequest }) => {
  const { outcome, language } = request;
  if (outcome?.letters === undefined) return null;
  const words = wantedWords[language];
  const names = citiesOf(request);
  const { cities } = lettersOf(request).preferences;
  const wanted = cities === 'all' ? [...names.keys()] : cities;
  return (
    <>
      {wanted.length > 1 && (
        <fieldset>
          <legend>{words.leaveCity}</legend>
          <div class="links">
            {wanted.map((city) => (
              <button key={city} class="plain" name="ville" value={city}>
                {words.leaveThis(names.get(city) ?? city)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>{words.orPause}</legend>
        <div class="links">
          {pauses.map((months) => (
            <button key={months} class="plain" name="pause" value={months}>
              {words.pauseMonths(months)}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
};

/** Where every letter's link to unsubscribe leads: to all, to one city, or to a pause. */
export const leavePage: Page = {
  name: 'leave',
  paths: ['/abonnement/quitter'],
  render: (request) =>
    tokenPage(
      request,
      (words, wanted) => ({
        title: words.leaveTitle,
        text: wanted.leaveText,
        button: wanted.leaveAll,
        done: {
          left: { title: words.left, text: wanted.leftText },
          'city-left': {
            ...{ title: wanted.cityLeft, text: wanted.cityLeftText },
            more: <TokenLink request={request} to="preferences" />,
          },
          paused: {
            ...{ title: wanted.pausedTitle, text: wanted.pausedText },
            more: <TokenLink request={request} to="preferences" />,
          },
        },
      }),
      { below: <Instead request={request} /> },
    ),
};
