import type { ReplayState } from '@relais/read-models';
import { momentInWords, type Language } from '@relais/vocabulary';
import { commonZone } from '../../components/rows.js';
import { replayAddress } from './addresses.js';
import { liveTexts, shareOf } from './live.js';
import { projectionInWords, replayWords } from './words.js';

const Act = ({ act, label, plain, language }: { act: string; label: string; plain?: boolean; language: Language }) => (
  <form method="post" action={replayAddress(language)}>
    <button class={plain ? 'plain' : undefined} name="etape" value={act}>
      {label}
    </button>
  </form>
);

/** A replay that runs: how far it is, and how it is held and stopped. */
export const Running = ({
  running,
  all,
  language,
}: {
  running: ReplayState;
  all: readonly string[];
  language: Language;
}) => {
  const words = replayWords[language];
  const { paused, projections, since } = running;
  const texts = liveTexts(running, language);
  const isAll = projections.length === all.length;
  const names = isAll ? words.all : projections.map((name) => projectionInWords(name, language)).join(', ');
  return (
    <section class="card" aria-labelledby="en-cours">
      <h2 id="en-cours">{paused ? words.pausedTitle : words.runningTitle}</h2>
      <p class="quiet">
        {words.since(momentInWords(since, commonZone, language))} {words.makes(names)}
      </p>
      <progress aria-label={words.progress} max={1} value={shareOf(running)} />
      <dl class="facts">
        {(['phase', 'position', 'rate', 'left'] as const).map((name) => (
          <>
            <dt>{words[name]}</dt>
            <dd>
              <span data-text={name} {...(name === 'phase' && { role: 'status' as const })}>
                {texts[name]}
              </span>
            </dd>
          </>
        ))}
      </dl>
      <p data-look-again>
        <a class="button" href={replayAddress(language)}>
          {words.lookAgain}
        </a>
      </p>
      <div class="inline">
        {paused ? (
          <Act act="reprendre" label={words.resume} language={language} />
        ) : (
          <Act act="pause" label={words.pause} language={language} />
        )}
        <Act act="abandonner" label={words.cancel} plain language={language} />
      </div>
      <p class="quiet">{words.cancelText}</p>
    </section>
  );
};
