import type { Language } from './towns.ts';

/** What people meet for, as they say it in each language. */
export type Occasion = Readonly<Record<Language, string>>;

const occasion = (fr: string, en: string, nl: string): Occasion => ({ fr, en, nl });

export const occasions: readonly Occasion[] = [
  occasion('Assemblée des communs', 'Commons assembly', 'Vergadering van de commons'),
  occasion('Atelier vélo', 'Bike workshop', 'Fietsatelier'),
  occasion('Atelier couture', 'Sewing workshop', 'Naaiatelier'),
  occasion(
    'Assemblée générale du Centre social',
    'Annual general meeting of the Social Centre',
    'Algemene vergadering van het Sociaal centrum',
  ),
  occasion('Fête de quartier', 'Neighbourhood party', 'Buurtfeest'),
  occasion('Repas partagé au jardin', 'Shared meal in the garden', 'Gedeelde maaltijd in de tuin'),
  occasion('Conférence sur le logement', 'Talk on housing', 'Lezing over wonen'),
  occasion('Café réparation', 'Repair café', 'Repair Café'),
  occasion('Rencontre avec les habitants', 'Meeting with residents', 'Ontmoeting met bewoners'),
  occasion('Projection du film Demain', 'Screening of the film Tomorrow', 'Vertoning van de film Tomorrow'),
  occasion('Chantier participatif au potager', 'Work day in the vegetable garden', 'Werkdag in de moestuin'),
  occasion('Formation au logiciel libre', 'Free software training', 'Opleiding vrije software'),
  occasion("Conseil citoyen sur l'eau", 'Citizens’ council on water', 'Burgerraad over water'),
  occasion('Marché de producteurs', 'Farmers’ market', 'Boerenmarkt'),
  occasion('Bourse aux plantes', 'Plant swap', 'Plantenruilbeurs'),
  occasion('Cercle de lecture féministe', 'Feminist reading circle', 'Feministische leeskring'),
  occasion(
    'Débat public : la gratuité des transports',
    'Public debate: free public transport',
    'Publiek debat: gratis openbaar vervoer',
  ),
  occasion(
    'Permanence du collectif Logement pour toutes',
    'Drop-in of the Homes for All collective',
    'Spreekuur van het collectief Wonen voor iedereen',
  ),
  occasion('Cartopartie OpenStreetMap', 'OpenStreetMap mapping party', 'OpenStreetMap-kaartfeest'),
  occasion('Soirée jeux', 'Games night', 'Spelletjesavond'),
  occasion('Apéro des communs', 'Commons drinks', 'Commons borrel'),
  occasion('Balade à la découverte des oiseaux', 'Bird walk', 'Vogelwandeling'),
  occasion('Réunion de la coopérative énergie', 'Energy cooperative meeting', 'Bijeenkomst energiecoöperatie'),
  occasion('Gratiferia de printemps', 'Spring free market', 'Weggeefmarkt in de lente'),
  occasion('Initiation à la permaculture', 'Introduction to permaculture', 'Kennismaking met permacultuur'),
  occasion('Lectures sous le tilleul', 'Readings under the lime tree', 'Voorlezen onder de linde'),
  occasion('Install-party Linux', 'Linux install party', 'Linux-installatiefeest'),
  occasion('Nettoyage des berges', 'River bank clean-up', 'Opruimactie aan de oever'),
  occasion('Assemblée des habitants du port', 'Assembly of the harbour residents', 'Bewonersvergadering van de haven'),
  occasion(
    'Concert de soutien à la caisse de grève',
    'Benefit concert for the strike fund',
    'Benefietconcert voor de stakerskas',
  ),
  occasion(
    'Présentation de la monnaie locale',
    'Presentation of the local currency',
    'Voorstelling van de lokale munt',
  ),
  occasion('Atelier compost', 'Compost workshop', 'Compostworkshop'),
  occasion('Rencontres de l’habitat partagé', 'Co-housing gathering', 'Ontmoetingsdag cohousing'),
  occasion('Discosoupe', 'Disco soup', 'Discosoep'),
  occasion('Groupe de travail budget participatif', 'Participatory budget working group', 'Werkgroep burgerbegroting'),
  occasion('Spectacle : Les Veilleuses', 'Theatre: The Night Watch', 'Theater: De Nachtwakers'),
];

/** What an announcement goes on to say after its title. */
export const subtitles: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'parlons mobilité et logement',
    'venez nombreuses et nombreux',
    'on prépare la suite ensemble',
    'entrée libre, apportez un plat',
    'la ville que nous voulons',
  ],
  en: ['let us talk housing', 'all welcome', 'planning the year ahead', 'free entry, bring a dish', 'the city we want'],
  nl: [
    'samen praten over wonen',
    'iedereen welkom',
    'plannen voor het jaar',
    'gratis, breng een gerecht mee',
    'de stad die we willen',
  ],
};

/** Parts of a town that have councils, parties and markets of their own. */
export const quarters: readonly string[] = [
  'Wazemmes',
  'Moulins',
  'Saint-Michel',
  'Bellevue',
  'Les Chartreux',
  'Vieux-Port',
  'Croix-Rousse',
  'Sud',
  'Old Town',
  'Noord',
  'Dampoort',
  'Easton',
];
