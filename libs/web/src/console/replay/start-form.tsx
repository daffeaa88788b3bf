import type { Language } from '@relais/vocabulary';
import { fieldOf, planPath } from './addresses.js';
import { projectionInWords, replayWords } from './words.js';

/** Which projections to make anew: asks for the plan, and begins nothing. */
export const StartForm = ({
  projections,
  chosen,
  language,
}: {
  projections: readonly string[];
  chosen: readonly string[];
  language: Language;
}) => {
  const words = replayWords[language];
  return (
    <form class="fields" method="get" action={planPath}>
      {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
      <fieldset>
        <legend>{words.startOnly}</legend>
        <p class="quiet">{words.startAll}</p>
        {projections.map((name) => (
          <label key={name} class="choice" for={fieldOf(name)}>
            <input
              type="checkbox"
              id={fieldOf(name)}
              name={fieldOf(name)}
              value="oui"
              checked={chosen.includes(name)}
            />
            {projectionInWords(name, language)}
          </label>
        ))}
      </fieldset>
      <div>
        <button>{words.plan}</button>
      </div>
    </form>
  );
};

/** The way to the pages of another day. */
export const PastForm = ({ today, language }: { today: string; language: Language }) => {
  const words = replayWords[language];
  return (
    <>
      <h2>{words.pastTitle}</h2>
      <form class="inline" method="get" action="/">
        {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
        <label for="le">{words.pastDay}</label>
        <input type="date" id="le" name="le" max={today} required />
        <button class="plain">{words.see}</button>
      </form>
      <p class="quiet">{words.pastText}</p>
    </>
  );
};
