import { AssemblyNav } from '../../components/assembly-nav.js';
import { LanguageChoice } from '../../components/language-choice.js';
import { pathOf } from '../../components/links.js';
import { allAssemblies, assemblyOf } from '../../components/rows.js';
import { WantedSummary } from '../../components/wanted/summary.js';
import { messages } from '../../i18n/messages.js';
import type { Page, PageRequest, PageResponse } from '../../page.js';
import { Address, Cities, Consent, HowOften, Mistakes, Trap } from './fields.js';

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

/** The form by which a person asks for a letter. */
export const subscribePage: Page = {
  name: 'subscribe',
  paths: ['/abonnement', '/:city/abonnement'],
  render(request) {
    const own = assemblyOf(request);
    if (request.params['city'] !== undefined && own === undefined) return undefined;
    const { language, outcome, path } = request;
    const words = messages[language];
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
          <Mistakes request={request} />
          {assemblies.every(({ lists }) => lists.length === 0) ? (
            <p>{words.noList}</p>
          ) : (
            <form class="fields" method="post" action={pathOf(path, language)} noValidate>
              <Cities request={request} own={own} />
              <Address request={request} />
              <HowOften request={request} />
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
