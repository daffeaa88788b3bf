import { daysOf, type LocalDate } from '@relais/vocabulary';
import { shortDay } from '../../components/day.js';
import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks, pathOf } from '../../components/links.js';
import { NewsList } from '../../components/news-list.js';
import { NoGathering } from '../../components/no-gathering.js';
import { allAssemblies, citiesOf, commonZone, latestNews, nextGatherings, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest } from '../../page.js';

/** Every city with the day of its next gathering: the shortest way for whoever comes for one city. */
const Cities = ({ request }: { request: PageRequest }) => {
  const { language } = request;
  const words = messages[language];
  const all = allAssemblies(request);
  if (all.length === 0) return <p>{words.noAssembly}</p>;
  const said = (day: LocalDate | undefined, today: LocalDate): string =>
    day === undefined ? words.nothingPlanned : shortDay(day < today ? today : day, today, language);
  return (
    <ul class="tiles">
      {all.map((assembly) => {
        const today = todayIn(request, assembly);
        const [soonest] = nextGatherings(request, today, 1, assembly.assembly);
        return (
          <li class="card" key={assembly.assembly}>
            <h3>
              <a href={pathOf(`/${assembly.assembly}`, language)}>{assembly.profile.city}</a>
            </h3>
            <p class="quiet">{said(soonest?.when && daysOf(soonest.when).from, today)}</p>
          </li>
        );
      })}
    </ul>
  );
};

/** All assemblies, what comes next in any of them, and how it works. */
export const homePage: Page = {
  name: 'home',
  paths: ['/'],
  render(request) {
    const { language } = request;
    const words = messages[language];
    const today = todayIn(request);
    const next = nextGatherings(request, today, 6);
    const fresh = latestNews(request, 6);
    return {
      title: words.welcome,
      description: words.motto,
      alternates: feedLinks(words.hub),
      body: (
        <>
          <h1>{words.welcome}</h1>
          <p class="lead">{words.motto}</p>
          <h2 class="first">{words.allAssemblies}</h2>
          <Cities request={request} />
          <div class="split">
            <div>
              <h2>{words.nextGatherings}</h2>
              {next.length > 0 ? (
                <GatheringList rows={next} language={language} today={today} cities={citiesOf(request)} />
              ) : (
                <NoGathering language={language} />
              )}
              <p>
                <a href={pathOf('/agenda', language)}>{words.wholeAgenda}</a>
              </p>
            </div>
            <div>
              <section class="card aside">
                <h2>{words.subscribeTo}</h2>
                <p>{words.subscribeIntro}</p>
                <a class="button" href={pathOf('/abonnement', language)}>
                  {words.subscribe}
                </a>
              </section>
              <h2>{words.how}</h2>
              <ol class="steps">
                <li>{words.how1}</li>
                <li>{words.how2}</li>
                <li>{words.how3}</li>
              </ol>
              <h2>{words.news}</h2>
              {fresh.length > 0 ? (
                <NewsList rows={fresh} language={language} zone={commonZone} />
              ) : (
                <p>{words.noNews}</p>
              )}
            </div>
          </div>
        </>
      ),
    };
  },
};
