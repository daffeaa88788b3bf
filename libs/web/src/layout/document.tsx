import { languages, type Language } from '@relais/vocabulary';
import { renderToString } from 'preact-render-to-string';
import { Demonstration } from '../components/demonstration.js';
import { pathOf } from '../components/links.js';
import { languageNames } from '../i18n/language-names.js';
import { messages } from '../i18n/messages.js';
import type { PageRequest, PageResponse } from '../page.js';
import { AsOfBanner, ofThePast } from './as-of.js';
import { Head, type Stylesheet } from './head.js';
import { keepingMoment } from './kept-moment.js';

export type { Stylesheet } from './head.js';

/** This page in another language. A page by token keeps its token and nothing else of the query; a form's answer says where it is. */
const translated = (
  { path, query }: PageRequest,
  { private: isPrivate, address }: PageResponse,
  other: Language,
): string => {
  // A path that began with two slashes would lead to another host.
  const own = path.replace(/^[/\\]+/u, '/');
  if (!isPrivate || address !== undefined) return pathOf(address ?? own, other);
  const token = query['jeton'];
  return pathOf(token === undefined ? own : `${own}?${new URLSearchParams({ jeton: token })}`, other);
};

const Top = ({ request, response }: { request: PageRequest; response: PageResponse }) => {
  const { language, path } = request;
  const words = messages[language];
  const others = languages.filter((one) => one !== language);
  const links = [
    ['/agenda', words.agenda],
    ['/lettres', words.letters],
    ['/abonnement', words.subscribe],
  ] as const;
  return (
    <header class="top">
      <div class="width">
        <a class="brand" href={pathOf('/', language)}>
          {words.brand[0]} <span>{words.brand[1]}</span>
        </a>
        <nav aria-label={words.menu}>
          <ul>
            {links.map(([target, label]) => (
              <li key={target}>
                <a href={pathOf(target, language)} aria-current={target === path ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
            {others.map((other) => (
              <li key={other}>
                <a href={translated(request, response, other)} lang={other} hreflang={other}>
                  {languageNames[other]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
};

const Foot = ({ request: { language } }: { request: PageRequest }) => {
  const words = messages[language];
  const links = [
    [pathOf('/sources', language), words.sources],
    [pathOf('/journal', language), words.journal],
    ['/agenda.ics', words.calendar],
    ['/feed.rss', 'RSS'],
    ['/feed.atom', 'Atom'],
    ['/feed.json', 'JSON Feed'],
  ] as const;
  return (
    <footer>
      <div class="width">
        <p class="quiet">{words.footer}</p>
        <ul class="links">
          {links.map(([target, label]) => (
            <li key={target}>
              <a href={target}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
};

/** A page as a whole HTML document. */
export const renderPage = (request: PageRequest, rendered: PageResponse, stylesheet: Stylesheet): string => {
  const response = ofThePast(request, rendered);
  const document = (
    <html lang={request.language} dir="ltr">
      <Head request={request} response={response} stylesheet={stylesheet} />
      <body>
        <a class="skip" href="#contenu">
          {messages[request.language].skip}
        </a>
        <Top request={request} response={response} />
        <AsOfBanner request={request} />
        {/* After a fault the rows may be what is at fault. */}
        {(response.status ?? 200) < 500 && <Demonstration request={request} />}
        <main id="contenu" class="width">
          {response.body}
        </main>
        <Foot request={request} />
      </body>
    </html>
  );
  const html = `<!doctype html>\n${renderToString(document)}\n`;
  return request.asOf === undefined ? html : keepingMoment(html, request.asOf.le);
};
