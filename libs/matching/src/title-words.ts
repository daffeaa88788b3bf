/**
 * Words of invitations that mean the same in the languages of our sources, a concept a line, its name first; a compound names
 * several. Written from what assemblies publish; a word that is missing is compared by its letters.
 */
const concepts = `
meeting: assemblee assembly vergadering reunion bijeenkomst rencontre rencontres meeting ontmoeting ontmoetingsdag gathering versammlung treffen asamblea rendezvous zitting
general: generale algemene
annual: annuelle annuel jaarlijkse yearly
workshop: atelier ateliers workshops werkplaats formation training opleiding initiation introduction kennismaking cursus course stage taller werkstatt
talk: conference lezing lecture causerie presentation voorstelling expose vortrag
debate: debat discussion gesprek debatte
party: fete feest fiesta fest celebration
meal: repas maaltijd dinner diner souper lunch banquet eten
drinks: apero aperitif borrel verre pot
screening: projection vertoning cine filmvoorstelling
film: movie
concert: concerten konzert
show: spectacle theatre theater voorstelling
walk: balade randonnee wandeling promenade tour visite
market: marche markt mercado braderie
swap: bourse troc ruilbeurs echange
office: permanence spreekuur accueil dropin
council: conseil raad consejo
circle: cercle kring
group: groupe groep
work: chantier werkdag travail
cleanup: nettoyage opruimactie
festival: festivals
evening: soiree avond night soir veillee
day: journee dag jour
commons: communs commun common gemeingoed procomun
citizens: citoyen citoyenne citoyens citoyennes burger burgers citizen citizenship
residents: habitants habitant bewoners inwoners resident
neighbourhood: quartier buurt wijk ward neighborhood
bike: velo velos fiets bikes bicycle cycling
sewing: couture naai
repair: reparation herstel reparer
garden: jardin tuin jardins
vegetable: potager moestuin
plants: plantes planten plant
books: livres boeken
reading: lecture lectures leeskring voorlezen readings
games: jeux spelletjes spellen game
housing: logement wonen woning
water: eau
energy: energie
cooperative: cooperatie coop
free: libre libres gratis gratuite gratuit vrije gratuits
software: logiciel logiciels
transport: transports vervoer
public: publique publiek publieke publics
shared: partage partagee partages gedeelde
participatory: participatif participative
budget: begroting
currency: monnaie munt
local: locale lokale locaux
tomorrow: demain morgen
birds: oiseaux vogels vogel bird
river: riviere rivier berges oever
spring: printemps lente
solidarity: solidarite solidair soutien benefit
feminist: feministe feministes feministische
climate: climat klimaat
music: musique muziek
children: enfants kinderen
women: femmes vrouwen
choir: chorale koor
cafe: koffie
european: europeenne europeen europese europees
harbour: port haven harbor
first: premiere premier eerste 1ere 1er
second: deuxieme tweede
big: grande grand groot grote
preparation: voorbereiding preparatoire
swapmarket: gratiferia weggeefmarkt
soup: soupe soep
social: sociaal sociale
centre: center centrum
collective: collectif collectief
compost: composteren
permaculture: permacultuur
`;

const compounds = `
fietsatelier: bike workshop
naaiatelier: sewing workshop
compostworkshop: compost workshop
buurtfeest: neighbourhood party
buurtraad: neighbourhood council
spelletjesavond: games evening
vogelwandeling: birds walk
burgerraad: citizens council
burgerbegroting: participatory budget
bewonersvergadering: residents meeting
werkgroep: work group
plantenruilbeurs: plants swap
boerenmarkt: farmers market
ag: general meeting
agm: annual general meeting
gt: work group
infoavond: info evening
filmavond: film evening
`;

const linesOf = (text: string): [string, string[]][] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', words = ''] = line.split(': ');
      return [name, words.split(' ')];
    });

/** What a word stands for; itself, where it is in no table. */
const meanings: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...linesOf(concepts).flatMap(([name, words]) => [name, ...words].map((word): [string, string[]] => [word, [name]])),
  ...linesOf(compounds),
]);

/** The concepts that a word stands for. */
export const meaningsOf = (word: string): readonly string[] => meanings.get(word) ?? [word];

/** What is held, as opposed to what it is about: most gatherings of one evening share one of these. */
export const kinds: ReadonlySet<string> = new Set(
  (
    'meeting workshop talk debate party meal drinks screening concert show walk market swap office council circle group ' +
    'work cleanup festival swapmarket'
  ).split(' '),
);

/** What says little of which gathering it is, beside a kind. */
export const common: ReadonlySet<string> = new Set(
  'evening day general annual public big first second neighbourhood cafe free shared collective local film'.split(' '),
);

/** That it is called off, or says so: no part of a title. */
export const called =
  /\b(annule\w*|reporte\w*|cancell?ed|postponed|afgelast|geannuleerd|uitgesteld|abgesagt|complet|sold out|rappel|reminder|herinnering)\b/g;
