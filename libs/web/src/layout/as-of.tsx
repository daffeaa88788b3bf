import { dayInWords, momentInWords, type Language, type LocalDate } from '@relais/vocabulary';
import { pathOf } from '../components/links.js';
import { messages } from '../i18n/messages.js';
import type { AsOf, PageRequest, PageResponse } from '../page.js';

/** « 21 mars 2017 », without the day of the week. */
const dateInWords = (day: LocalDate, language: Language): string => dayInWords(day, language).replace(/^\S+\s/u, '');

const momentOf = ({ now, zone, position, day, le }: AsOf, language: Language): string => {
  const words = messages[language].asOf;
  if (day !== undefined) return words.day(dateInWords(day, language));
  const moment = momentInWords(now, zone, language).replace(/^\S+\s/u, '');
  return le.startsWith('position:') ? words.position(position, moment) : words.instant(moment);
};

/** The address of the same page, without the moment. */
const todayOf = ({ path, query }: PageRequest): string => {
  const { le: _, ...rest } = query;
  const others = new URLSearchParams(rest);
  return path.replace(/^[/\\]+/u, '/') + (others.size > 0 ? `?${others}` : '');
};

/** What marks the one link that leads out of the past. */
export const outOfThePast = 'data-aujourdhui';

/** Says that a page is of the past, of which moment, and leads back. */
export const AsOfBanner = ({ request }: { request: PageRequest }) => {
  const { asOf, language, query, path } = request;
  if (asOf === undefined) return null;
  const words = messages[language].asOf;
  const { le: _, ...others } = query;
  return (
    <aside class="past" aria-label={words.label}>
      <div class="width">
        <p>
          <strong>{momentOf(asOf, language)}</strong>
        </p>
        <p>{words.text}</p>
        <form class="inline" method="get" action={path.replace(/^[/\\]+/u, '/')} {...{ [outOfThePast]: '' }}>
          {Object.entries(others).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label for="le">{words.otherDay}</label>
          <input type="date" id="le" name="le" value={asOf.day ?? ''} required />
          <button class="plain">{words.go}</button>
          <a class="button" href={todayOf(request)} {...{ [outOfThePast]: '' }}>
            {words.today}
          </a>
        </form>
      </div>
    </aside>
  );
};

/** A page of the past is nobody's but the reader's: neither indexed nor named as the address of anything. */
export const ofThePast = ({ asOf, path }: PageRequest, response: PageResponse): PageResponse =>
  asOf === undefined ? response : { ...response, private: true, address: response.address ?? path };

const examples = ['2017-03-21', '2017-03-21T10:00:00Z', 'position:1234'];

/** 400: what was asked for is no moment of the past. */
export const noMomentPage = (
  { language, path, query }: PageRequest,
  { problem, head }: Readonly<{ problem: keyof (typeof messages)['fr']['asOf']['problems']; head: bigint }>,
): PageResponse => {
  const words = messages[language].asOf;
  const { le: _, lang: __, ...others } = query;
  const search = new URLSearchParams(others);
  return {
    status: 400,
    title: words.badTitle,
    private: true,
    body: (
      <>
        <h1>{words.badTitle}</h1>
        <p class="notice" role="alert">
          {words.problems[problem]}
          {problem === 'beyond-the-log' && ` ${words.head(String(head))}`}
        </p>
        {problem === 'unreadable' && (
          <ul>
            {examples.map((example) => (
              <li key={example}>
                <code>?le={example}</code>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a class="button" href={pathOf(search.size > 0 ? `${path}?${search}` : path, language)}>
            {words.today}
          </a>
        </p>
      </>
    ),
  };
};
