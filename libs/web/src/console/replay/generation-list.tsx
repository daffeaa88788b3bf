import { momentInWords, type Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { commonZone } from '../../components/rows.js';
import { generationPath } from './addresses.js';
import { figuresIn } from './figures.js';
import { canBeShown, GenerationFacts } from './generation-facts.js';
import type { GenerationSeen } from './seen.js';
import { replayWords } from './words.js';

const Kept = ({ one, language }: { one: GenerationSeen; language: Language }) => {
  const [words, figures] = [replayWords[language], figuresIn(language)];
  const { generation, made, bytes } = one;
  return (
    <li>
      <strong>{words.generation(generation)}</strong>{' '}
      {!canBeShown(one) && <span class="mark bad">{'damaged' in one ? words.damaged : words.ofOtherCode}</span>}
      <span class="quiet">
        {'position' in one && `${words.position} ${figures.position(one.position)} · `}
        {figures.size(bytes)} · <time dateTime={made}>{momentInWords(made, commonZone, language)}</time>
      </span>
      <a href={pathOf(generationPath(generation), language)} aria-label={words.lookOf(generation)}>
        {words.look}
      </a>
    </li>
  );
};

/** The generation that is shown, and those that are kept beside it. */
export const GenerationList = ({ all, language }: { all: readonly GenerationSeen[]; language: Language }) => {
  const words = replayWords[language];
  const shown = all.find((one) => one.shown);
  const others = all.filter((one) => !one.shown);
  return (
    <>
      <h2>{words.shownTitle}</h2>
      {shown ? (
        <>
          <h3>{words.generation(shown.generation)}</h3>
          <GenerationFacts one={shown} language={language} />
        </>
      ) : (
        <p>{words.noneShown}</p>
      )}
      <h2>{words.keptTitle}</h2>
      {others.length === 0 ? (
        <p>{words.noneKept}</p>
      ) : (
        <ul class="news">
          {others.map((one) => (
            <Kept key={one.generation} one={one} language={language} />
          ))}
        </ul>
      )}
    </>
  );
};
