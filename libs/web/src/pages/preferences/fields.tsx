import { kinds } from '@relais/mailing-list';
import { languages } from '@relais/vocabulary';
import { allAssemblies } from '../../components/rows.js';
import { Boxes, Menu } from '../../components/wanted/fields.js';
import { described, FieldError } from '../../components/wanted/field-error.js';
import { lettersOf } from '../../components/wanted/letters.js';
import { rhythmChoices } from '../../components/wanted/rhythm-choices.js';
import { languageNames } from '../../i18n/language-names.js';
import { wantedWords } from '../../i18n/wanted/wanted.js';
import type { PageRequest } from '../../page.js';
import { zonesAfter } from './zones.js';

type Of = { request: PageRequest };

const written = ({ outcome }: PageRequest, field: string): string => outcome?.values?.[field] ?? '';
const ticked = (request: PageRequest, field: string): string[] => written(request, field).split(' ').filter(Boolean);
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** What letters tell of. */
export const WhatOf = ({ request }: Of) => {
  const { language } = request;
  const words = wantedWords[language];
  const { themes } = lettersOf(request);
  const cities = allAssemblies(request).filter(({ lists }) => lists.length > 0);
  return (
    <>
      <Boxes
        {...{ request, field: 'villes', legend: words.cities, chosen: ticked(request, 'villes') }}
        choices={[
          ...cities.map(({ assembly, profile: { city } }) => ({ value: assembly, label: city })),
          { value: 'toutes', label: words.allCities },
        ]}
        hint={words.citiesHint}
      />
      <Boxes
        {...{ request, field: 'sujets', legend: words.kinds, chosen: ticked(request, 'sujets') }}
        choices={kinds.map((kind) => ({ value: kind, label: words.kind[kind] }))}
      />
      {themes.length > 0 && (
        <Boxes
          {...{ request, field: 'themes', legend: words.themes, chosen: ticked(request, 'themes') }}
          choices={[
            { value: 'tous', label: words.allThemes },
            ...themes.map(({ id, names }) => ({ value: id, label: names[language] })),
          ]}
          hint={words.themesHint}
        />
      )}
    </>
  );
};

/** When letters come. */
export const WhenItComes = ({ request }: Of) => {
  const words = wantedWords[request.language];
  const hourChoices = hours.map((hour) => ({ value: String(hour), label: words.hourOf(hour) }));
  const menu = (field: string) => ({ request, field, chosen: written(request, field) });
  const { zone, preferences } = lettersOf(request);
  return (
    <>
      <Menu {...menu('rythme')} label={words.rhythm} choices={rhythmChoices(words)} hint={words.onlyNews} />
      <Menu {...menu('heure')} label={words.hour} choices={[{ value: '', label: words.usualHour }, ...hourChoices]} />
      <Menu
        {...menu('fuseau')}
        label={words.zone}
        choices={zonesAfter(zone, preferences.zone).map((one) => ({ value: one, label: one.replaceAll('_', ' ') }))}
      />
      <fieldset>
        <legend>{words.quiet}</legend>
        <p class="quiet">{words.quietHint}</p>
        <div class="inline">
          <Menu {...menu('calme-de')} label={words.quietFrom} choices={hourChoices} />
          <Menu {...menu('calme-a')} label={words.quietUntil} choices={hourChoices} />
        </div>
      </fieldset>
      <div>
        <label for="pause">{words.pause}</label>
        <input
          type="date"
          id="pause"
          name="pause"
          value={written(request, 'pause')}
          {...described('pause', request, words.pauseHint)}
        />
        <p class="quiet" id="pause-aide">
          {words.pauseHint}
        </p>
        <FieldError field="pause" request={request} />
      </div>
    </>
  );
};

/** How letters look. */
export const HowItLooks = ({ request }: Of) => {
  const words = wantedWords[request.language];
  const menu = (field: string) => ({ request, field, chosen: written(request, field) });
  return (
    <>
      <Menu
        {...menu('langue')}
        label={words.language}
        choices={languages.map((one) => ({ value: one, label: languageNames[one], lang: one }))}
      />
      <Menu
        {...menu('longueur')}
        label={words.length}
        choices={(['full', 'short'] as const).map((one) => ({ value: one, label: words.lengths[one] }))}
      />
      <Menu
        {...menu('format')}
        label={words.format}
        choices={(['html', 'text'] as const).map((one) => ({ value: one, label: words.formats[one] }))}
      />
    </>
  );
};
