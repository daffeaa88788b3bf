import { canonicalUrl } from './canonical-url.js';
import { domainAliases } from './testing/hub.js';

const canonical = (url: string): string | undefined => canonicalUrl(url, domainAliases);
const id = '57966eb140bb4efe7026e023';

/** Name of the page, and addresses of it as people and platforms write them. */
const pages: [string, string[]][] = [
  [
    'exemple.test/une/page',
    [
      'https://exemple.test/une/page',
      'http://exemple.test/une/page/',
      'HTTPS://www.Exemple.test:443/une/page//',
      ' https://exemple.test/une/page#commentaires ',
      'https://exemple.test/une/page?utm_source=lettre&utm_medium=mail&fbclid=a&gclid=b&mc_cid=c&_hsenc=d&pk_campaign=e&mtm_kwd=f',
      'https://exemple.test/une/page/?share=facebook',
    ],
  ],
  ['exemple.test/a b', ['https://exemple.test/a%20b', 'https://exemple.test/a b']],
  ['exemple.test/été', ['https://exemple.test/%C3%A9t%C3%A9', 'https://exemple.test/e%CC%81te%CC%81']],
  ['exemple.test?a=1&b=2', ['https://exemple.test/?b=2&a=1', 'https://exemple.test/?a=1&utm_id=9&b=2']],
  ['exemple.test/100%', ['https://exemple.test/100%25', 'https://exemple.test/100%']],
  ['exemple.test:8080/a', ['http://exemple.test:8080/a']],
  ['exemple.test', ['https://exemple.test', 'http://www.exemple.test/']],
  [
    `communecter.org#event.detail.id.${id}`,
    [
      `https://www.communecter.org/#event.detail.id.${id}`,
      `https://www.communecter.org/communecter#event.detail.id.${id}`,
      `http://communecter.org/communecter/#!event.detail.id.${id}`,
      `https://www.communecter.org/#event.detail.id.${id.toUpperCase()}`,
      `https://www.communecter.org/co2?tpl=a#page.type.events.id.${id}.view.about`,
      `https://www.communecter.org/api/event/get/id/${id}`,
      `https://communecter.org/api/activitypub/object/id/${id}`,
    ],
  ],
  [
    'facebook.com/events/1783867235175723',
    [
      'https://www.facebook.com/events/1783867235175723/#',
      'https://www.facebook.com/events/1783867235175723',
      'https://fr-fr.facebook.com/events/1783867235175723/?acontext=%7B%7D&ref=newsfeed',
      'https://m.facebook.com/events/assemblee-des-communs/1783867235175723/',
      'https://www.facebook.com/#!/events/1783867235175723/',
      'https://www.facebook.com/events/1783867235175723/permalink/1783867235179999/',
      'https://www.facebook.com/events/1111111111/?event_time_id=1783867235175723',
    ],
  ],
  [
    'meetup.com/assemblee-virtuelle/events/233115548',
    [
      'http://www.meetup.com/fr-FR/Assemblee-Virtuelle/events/233115548/',
      'https://www.meetup.com/Assemblee-Virtuelle/events/233115548',
      'https://www.meetup.com/de-DE/assemblee-virtuelle/events/233115548/',
    ],
  ],
  ['lille.demosphere.net/rv/4480', ['http://lille.demosphere.eu/rv/4480', 'https://lille.demosphere.net/rv/4480']],
  [
    'loomio.com/d/AdMun2ci',
    ['https://www.loomio.org/d/AdMun2ci/lille-remboursement-des-frais', 'https://www.loomio.com/d/AdMun2ci'],
  ],
  ['loomio.com/g/JQBHKLDX', ['https://www.loomio.org/g/JQBHKLDX/assembl-e-des-communs']],
  [
    "wiki.lescommuns.org/wiki/Construire_dans_l'action_l'assemblée_des_communs_10",
    [
      'https://wiki.lescommuns.org/wiki/Construire_dans_l%27action_l%27assembl%C3%A9e_des_communs_10',
      "http://wiki.lescommuns.org/index.php?title=Construire dans l'action l'assemblée des communs 10",
      'https://wiki.lescommuns.org/index.php?title=Construire_dans_l%27action_l%27assembl%C3%A9e_des_communs_10&oldid=18140',
      'https://wiki.lescommuns.org/index.php@title=Construire_dans_l%2527action_l%2527assembl%25C3%25A9e_des_communs_10&oldid=18140.html',
      'http://assemblee.encommuns.org/wiki/Construire_dans_l%27action_l%27assembl%C3%A9e_des_communs_10',
    ],
  ],
  [
    'wiki.lescommuns.org/wiki/Lille',
    ['http://assemblee.encommuns.org/index.php?title=Lille', 'https://wiki.lescommuns.org/index.php@title=Lille.html'],
  ],
  [
    'assemblee.lescommuns.org/rencontre',
    ['http://assembleedescommuns.org/rencontre/?share=linkedin', 'https://assemblee.lescommuns.org/rencontre/'],
  ],
];

describe('the canonical address', () => {
  it.each(pages)('%s stands for every way to write it', (name, urls) => {
    expect(urls.map(canonical)).toEqual(urls.map(() => name));
  });

  it.each([
    [
      `https://www.communecter.org/#event.detail.id.${id}`,
      `https://www.communecter.org/#event.detail.id.${id.replace('5', '6')}`,
    ],
    ['https://www.facebook.com/events/137401560017602/', 'https://www.facebook.com/events/217952351957786/'],
    ['https://www.facebook.com/assembleedescommuns', 'https://www.facebook.com/autre'],
    ['https://lille.demosphere.net/rv/4480', 'https://rennes.demosphere.net/rv/4480'],
    ['https://www.meetup.com/un/events/1234567/', 'https://www.meetup.com/autre/events/1234567/'],
    ['https://lille.encommuns.org/?p=673', 'https://lille.encommuns.org/?p=674'],
    ['https://exemple.test/article18674.html', 'https://exemple.test/article18952.html'],
    ['https://www.loomio.com/d/AdMun2ci/a', 'https://www.loomio.com/d/Up1TrYLe/a'],
    ['https://wiki.lescommuns.org/wiki/A', 'https://wiki.lescommuns.org/wiki/B'],
    ['http://exemple.test/', 'http://exemple.test:8080/'],
    ['https://exemple.test/A', 'https://exemple.test/a'],
  ])('tells %s from %s', (one, other) => {
    expect(canonical(one)).toBeDefined();
    expect(canonical(one)).not.toBe(canonical(other));
  });

  it.each([
    '',
    'lille',
    '//exemple.test/a',
    'mailto:a@exemple.test',
    'javascript:alert(1)',
    'urn:exemple:1',
    'https://',
  ])('is nothing for %j', (text) => {
    expect(canonical(text)).toBeUndefined();
  });

  it('stays as it is when it is taken again', () => {
    const again = pages.flatMap(([, urls]) =>
      urls.map((url) => [canonical(url), canonical(`https://${canonical(url)}`)]),
    );
    expect(again.filter(([once, twice]) => once !== twice && !once?.includes('%'))).toEqual([]);
  });

  it('leaves hosts alone that have no other name', () => {
    expect(canonicalUrl('http://lille.demosphere.eu/rv/4480')).toBe('lille.demosphere.eu/rv/4480');
  });
});
