import { languages } from '@relais/vocabulary';
import { pathOf } from '../components/links.js';
import { messages } from '../i18n/messages.js';
import type { PageRequest, PageResponse } from '../page.js';

/** Where the stylesheet is served; the path changes with its content, so that it may be kept for ever. */
export type Stylesheet = Readonly<{ path: string }>;

/** Each language's page is canonical for itself, and names the other as its translation. */
const Addresses = ({ request: { language, publicUrl }, address }: { request: PageRequest; address: string }) => (
  <>
    <link rel="canonical" href={publicUrl + pathOf(address, language)} />
    {languages.map((one) => (
      <link key={one} rel="alternate" hreflang={one} href={publicUrl + pathOf(address, one)} />
    ))}
    <link rel="alternate" hreflang="x-default" href={publicUrl + address} />
  </>
);

export const Head = ({
  request,
  response,
  stylesheet,
}: {
  request: PageRequest;
  response: PageResponse;
  stylesheet: Stylesheet;
}) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{`${response.title} — ${messages[request.language].hub}`}</title>
    {response.description && <meta name="description" content={response.description} />}
    {response.private && <meta name="robots" content="noindex" />}
    <link rel="stylesheet" href={stylesheet.path} />
    {response.script !== undefined && <script src={response.script} defer />}
    {!response.private && <Addresses request={request} address={response.address ?? request.path} />}
    {response.alternates?.map(({ href, type, title }) => (
      <link key={href} rel="alternate" href={href} type={type} title={title} />
    ))}
  </head>
);
