import { assemblies, sources, type ReadModels, type SourceRow } from '@relais/read-models';
import { xmlText } from '../xml.js';
import { outlineType } from './outline-type.js';

/** As a person looks for them: « Évry » stands before « Lille ». */
const { compare } = new Intl.Collator('fr');

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');

/** What there is to follow or to open; nothing of a source without an address, or whose address is no more. */
const outlineOf = (row: SourceRow): string[] => {
  const url = row.movedTo ?? row.url;
  if (url === undefined || row.status === 'gone') return [];
  const { title: text, site } = row;
  const type = outlineType(url, row);
  const values =
    type === 'link' ? { type, text, url } : { type, text, title: text, xmlUrl: url, ...(site && { htmlUrl: site }) };
  return [`<outline${attributes(values)}/>`];
};

const groups = (models: ReadModels): string[] =>
  models
    .find(assemblies)
    .map(({ row }) => row)
    .sort((one, other) => compare(one.profile.city, other.profile.city))
    .flatMap(({ assembly, profile }) => {
      const own = models
        .find(sources, { where: { assembly } })
        .map(({ row }) => row)
        .sort((one, other) => compare(one.title, other.title))
        .flatMap(outlineOf);
      return own.length === 0 ? [] : [`<outline${attributes({ text: profile.name })}>`, ...own, '</outline>'];
    });

/**
 * All sources that have a public address, as OPML 2.0 (http://opml.org/spec2.opml): an outline per assembly in order of their
 * cities, and in it those of its sources in order of their titles.
 */
export const opml = (models: ReadModels): string => {
  const outlines = groups(models);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0"><head><title>Relais des communs : sources</title></head><body>',
    // A body without an outline is none.
    ...(outlines.length > 0 ? outlines : ['<outline text="Aucune source"/>']),
    '</body></opml>',
    '',
  ].join('\n');
};

export const opmlMediaType = 'text/x-opml; charset=utf-8';
