/** A house where people gather. `names` are what people call it, the official one first; all of them are invented or common. */
export type Venue = Readonly<{
  names: readonly [string, ...string[]];
  number: number;
  street: string;
  latitude: number;
  longitude: number;
}>;
export type Town = Readonly<{
  name: string;
  postalCode: string;
  country: 'FR' | 'BE' | 'NL' | 'GB';
  zone: string;
  languages: readonly Language[];
  venues: readonly Venue[];
}>;
export type Language = 'fr' | 'nl' | 'en';

type Row = readonly [names: readonly [string, ...string[]], number: number, street: string];

/** Houses stand some hundred metres apart around the middle of their town. */
const town = (
  [name, postalCode, country, zone]: readonly [string, string, Town['country'], string],
  languages: readonly Language[],
  [latitude, longitude]: readonly [number, number],
  rows: readonly Row[],
): Town => ({
  ...{ name, postalCode, country, zone, languages },
  venues: rows.map(([names, number, street], place) => ({
    ...{ names, number, street },
    latitude: latitude + 0.006 * (place - 2),
    longitude: longitude + 0.004 * ((place * 3) % 5),
  })),
});
const french = (name: string, postalCode: string, middle: readonly [number, number], rows: readonly Row[]): Town =>
  town([name, postalCode, 'FR', 'Europe/Paris'], ['fr'], middle, rows);

export const towns: readonly Town[] = [
  french(
    'Lille',
    '59000',
    [50.63, 3.06],
    [
      [['Maison des associations', 'MDA'], 72, 'rue Royale'],
      [["Maison régionale de l'environnement et des solidarités", 'MRES'], 5, 'rue Jules de Vicq'],
      [['La Fabrique du quartier', 'Halle Descamps'], 18, 'avenue de Bretagne'],
      [['Bibliothèque Jean Lévy', 'médiathèque centrale'], 34, 'rue Édouard Delesalle'],
      [['Salle des fêtes de Fives', 'la salle de la rue de Lannoy'], 91, 'rue de Lannoy'],
    ],
  ),
  french(
    'Rennes',
    '35000',
    [48.11, -1.68],
    [
      [['Maison des associations', 'MDA'], 6, 'cours des Alliés'],
      [['Le Jardin moderne'], 11, 'rue du Manoir de Servigné'],
      [['Hôtel Pasteur', 'ancienne faculté dentaire'], 2, 'place Pasteur'],
      [['La Fabrique'], 14, 'boulevard de Chézy'],
      [['Maison de quartier de Villejean', 'MQV'], 2, 'rue de Bourgogne'],
    ],
  ),
  french(
    'Brest',
    '29200',
    [48.39, -4.49],
    [
      [['La Cantine numérique', 'les Fabriques du Ponant'], 40, 'rue Jules Lesven'],
      [['Centre social de Kerangoff', 'CSK'], 3, 'rue Franchet d’Esperey'],
      [['Maison pour tous du Valy-Hir', 'MPT'], 1, 'rue des Frères Goncourt'],
      [['Salle des fêtes'], 12, 'place de la Liberté'],
      [['La Maison du libre'], 214, 'rue Jean Jaurès'],
    ],
  ),
  french(
    'Marseille',
    '13001',
    [43.3, 5.38],
    [
      [['Cité des associations', 'la CDA'], 93, 'La Canebière'],
      [['Équitable Café'], 54, 'cours Julien'],
      [['Friche la Belle de Mai', 'la Friche'], 41, 'rue Jobin'],
      [['Le Théâtre de l’Œuvre'], 1, 'rue Mission de France'],
      [['Maison pour tous', 'MPT'], 16, 'boulevard de la Corderie'],
    ],
  ),
  french(
    'Grenoble',
    '38000',
    [45.19, 5.73],
    [
      [['Maison des associations', 'MDA'], 6, 'rue Berthe de Boissieux'],
      [['La Bobine'], 42, 'boulevard Clemenceau'],
      [['Le 102'], 102, "rue d'Alembert"],
      [['Maison des habitants Chorier-Berriat', 'MDH'], 10, 'rue Henri Le Châtelier'],
      [['Salle des fêtes'], 3, 'place du Conseil national de la Résistance'],
    ],
  ),
  french(
    'Toulouse',
    '31000',
    [43.6, 1.44],
    [
      [['Centre culturel Bellegarde'], 17, 'rue Bellegarde'],
      [['Maison de la citoyenneté', 'ancienne mairie annexe'], 5, 'rue Paul Mériel'],
      [['Mix’art Myrys'], 12, 'rue Ferdinand Lassalle'],
      [['La Fabrique'], 8, 'allées Jules Guesde'],
      [['Bourse du travail'], 19, 'place Saint-Sernin'],
    ],
  ),
  town(
    ['Bruxelles', '1000', 'BE', 'Europe/Brussels'],
    ['fr', 'nl'],
    [50.85, 4.35],
    [
      [['Maison des associations', 'Huis van de verenigingen'], 13, 'rue du Progrès'],
      [['Zinneke'], 13, 'place Masui'],
      [['Les Ateliers du midi', 'Zuidateliers'], 33, 'rue Théodore Verhaegen'],
      [['Communa', 'La Serre'], 171, 'rue Gray'],
      [['Bourse du travail'], 42, 'rue Haute'],
    ],
  ),
  town(
    ['Gent', '9000', 'BE', 'Europe/Brussels'],
    ['nl', 'en'],
    [51.05, 3.72],
    [
      [['De Koer'], 6, 'Meibloemstraat'],
      [['Buurthuis Brugse Poort', 'het buurthuis'], 60, 'Kolegemstraat'],
      [['De Krook', 'stadsbibliotheek'], 1, 'Miriam Makebaplein'],
      [['Timelab'], 59, 'Brusselsepoortstraat'],
      [['Het Pand'], 1, 'Onderbergen'],
    ],
  ),
  town(
    ['Amsterdam', '1012', 'NL', 'Europe/Amsterdam'],
    ['nl', 'en'],
    [52.37, 4.9],
    [
      [['Pakhuis de Zwijger'], 179, 'Piet Heinkade'],
      [['Buurthuis Archipel', 'het buurthuis'], 3, 'Eilandenstraat'],
      [['OBA Oosterdok', 'centrale bibliotheek'], 143, 'Oosterdokskade'],
      [['De Meent', 'Commons Lab'], 80, 'Sint Antoniesbreestraat'],
      [['Community Centre', 'Wijkcentrum'], 55, 'Elandsgracht'],
    ],
  ),
  town(
    ['Manchester', 'M1 2AB', 'GB', 'Europe/London'],
    ['en'],
    [53.48, -2.24],
    [
      [['Friends Meeting House', 'Quaker House'], 6, 'Mount Street'],
      [['Central Library', 'the main library'], 2, "St Peter's Square"],
      [['Community Centre'], 48, 'Moss Lane East'],
      [['Islington Mill'], 1, 'James Street'],
      [['Partisan Collective', 'Partisan'], 19, 'Cheetham Hill Road'],
    ],
  ),
  town(
    ['Bristol', 'BS1 3XX', 'GB', 'Europe/London'],
    ['en'],
    [51.45, -2.59],
    [
      [['Friends Meeting House', 'Quaker House'], 126, 'Hampton Road'],
      [['Central Library', 'the main library'], 10, 'College Green'],
      [['Community Centre'], 7, 'Stapleton Road'],
      [['Hamilton House', 'The Canteen'], 80, 'Stokes Croft'],
      [['Easton Social Hall'], 31, 'Kilburn Street'],
    ],
  ),
  french(
    'Nantes',
    '44000',
    [47.22, -1.55],
    [
      [['Maison des associations', 'Manufacture des tabacs'], 10, 'boulevard de Stalingrad'],
      [['Les Écossolies', 'le Solilab'], 8, 'rue Saint-Domingue'],
      [['Salle des fêtes'], 24, 'place de la Bourse'],
      [['Pol’n', 'Pol n'], 11, 'rue des Olivettes'],
      [['Maison de quartier Madeleine', 'MQM'], 22, 'rue Émile Péhant'],
    ],
  ),
];
