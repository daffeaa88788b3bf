import { folded } from './text.js';

/** Cities that have a name in each language of their neighbours; the first stands for all. */
const exonyms: ReadonlyMap<string, string> = new Map(
  [
    'bruxelles brussel brussels bruselas',
    'gent gand ghent',
    'antwerpen anvers antwerp',
    'liege luik luttich',
    'leuven louvain',
    'lille rijsel',
    'dunkerque duinkerke dunkirk',
    'paris parijs',
    'london londres londen',
    'geneve geneva genf',
    'koln cologne keulen',
    'barcelona barcelone',
    'torino turin',
    'milano milan',
  ].flatMap((line) => line.split(' ').map((name): [string, string] => [name, line.split(' ')[0] ?? name])),
);

/** One name for a city, whatever the language or the district: « Brussel », « Bruxelles »; « Lille Cedex ». */
export const cityName = (city: string): string => {
  const name = folded(city).replace(/ cedex( \d+)?$/, '');
  return exonyms.get(name) ?? name;
};
