import { renderToString } from 'preact-render-to-string';
import { messages } from '../i18n/messages.js';
import type { PageRequest, PageResponse } from '../page.js';
import { pathOf } from '../components/links.js';

/** Where the stylesheet is served; the path changes with its content, so that it may be kept for ever. */
export type Stylesheet = Readonly<{ path: string }>;

const Document = ({
  request,
  response,
  stylesheet,
}: {
  request: PageRequest;
  response: PageResponse;
  stylesheet: Stylesheet;
}) => {
  const { language, publicUrl, path } = request;
  const words = messages[language];
  const other = language === 'fr' ? 'en' : 'fr';
  const to = (target: string): string => pathOf(target, language);
  const elsewhere = new URLSearchParams({ ...request.query, lang: other });
  if (other === 'fr') elsewhere.delete('lang');
  const query = response.private ? new URLSearchParams(other === 'en' ? { lang: 'en' } : {}) : elsewhere;
  return (
    <html lang={language} dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${response.title} — ${words.hub}`}</title>
        {response.description && <meta name="description" content={response.description} />}
        {response.private && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={stylesheet.path} />
        {!response.private && <link rel="canonical" href={`${publicUrl}${path}`} />}
        {response.alternates?.map(({ href, type, title }) => (
          <link key={href} rel="alternate" href={href} type={type} title={title} />
        ))}
      </head>
      <body>
        <a class="skip" href="#contenu">
          {words.skip}
        </a>
        <header class="top">
          <div class="width">
            <a class="brand" href={to('/')}>
              Relais <span>des communs</span>
            </a>
            <nav aria-label={words.menu}>
              <ul>
                <li>
                  <a href={to('/agenda')}>{words.agenda}</a>
                </li>
                <li>
                  <a href={to('/lettres')}>{words.letters}</a>
                </li>
                <li>
                  <a href={to('/abonnement')}>{words.subscribe}</a>
                </li>
                <li>
                  <a href={`${path}${query.size > 0 ? `?${query}` : ''}`} lang={other} hreflang={other}>
                    {words.otherLanguage}
                  </a>
                </li>
              </ul>
            </nav>
          </div>
        </header>
        <main id="contenu" class="width">
          {response.body}
        </main>
        <footer>
          <div class="width">
            <p class="quiet">{words.footer}</p>
            <ul class="links">
              <li>
                <a href={to('/sources')}>{words.sources}</a>
              </li>
              <li>
                <a href="/agenda.ics">{words.calendar}</a>
              </li>
              <li>
                <a href="/feed.rss">RSS</a>
              </li>
              <li>
                <a href="/feed.atom">Atom</a>
              </li>
              <li>
                <a href="/feed.json">JSON Feed</a>
              </li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
};

/** A page as a whole HTML document. */
export const renderPage = (request: PageRequest, response: PageResponse, stylesheet: Stylesheet): string =>
  `<!doctype html>\n${renderToString(<Document request={request} response={response} stylesheet={stylesheet} />)}\n`;
