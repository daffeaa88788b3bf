import type { Language } from '@relais/vocabulary';

/** What discovery says of itself; whatever else it says is the name of a platform, which is the same in every language. */
const said: Readonly<Record<Exclude<Language, 'en'>, ReadonlyMap<string, string>>> = {
  fr: new Map([
    ['the address itself', 'c’est l’adresse elle-même'],
    ['linked as an alternate', 'la page dit que c’est sa version à lire par des programmes'],
    ['linked in the page', 'un lien de la page y mène'],
    ['an agenda shown in the page', 'cet agenda est affiché dans la page'],
    ['events in the page', 'la page nomme ses rencontres'],
    ['the outbox of the account', 'c’est la boîte d’envoi du compte'],
    ['the first page of it', 'c’est sa première page'],
  ]),
  nl: new Map([
    ['the address itself', 'het is het adres zelf'],
    ['linked as an alternate', 'de pagina zegt dat dit haar versie voor programma’s is'],
    ['linked in the page', 'een link in de pagina leidt ernaartoe'],
    ['an agenda shown in the page', 'deze agenda wordt in de pagina getoond'],
    ['events in the page', 'de pagina noemt haar bijeenkomsten'],
    ['the outbox of the account', 'het is de outbox van het account'],
    ['the first page of it', 'het is de eerste pagina ervan'],
  ]),
};

/** Why a source was looked for where it was found. */
export const WhyFound = ({ because, language }: { because: string; language: Language }) => {
  const translated = language === 'en' ? undefined : said[language].get(because);
  return translated === undefined ? <bdi lang="en">{because}</bdi> : <>{translated}</>;
};
