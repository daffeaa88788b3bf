import type { ReplayState } from '@relais/read-models';
import type { Language } from '@relais/vocabulary';
import { figuresIn } from './figures.js';
import type { ProjectorSeen } from './seen.js';
import { replayWords } from './words.js';

/** What stands on the page of a replay that runs and changes while it does, by the place where it stands. */
export type LiveTexts = Readonly<Record<'phase' | 'position' | 'rate' | 'left', string>>;

/** What a page that is open is told: another `page` than its own is one that it has to load anew. */
export type LiveState = Readonly<{ page: string; share?: number; texts?: LiveTexts }>;

/** Between 0 and 1. */
export const shareOf = ({ position, head }: ReplayState): number =>
  head === '0' ? 0 : Math.min(1, Number(position) / Number(head));

export const liveTexts = (running: ReplayState, language: Language): LiveTexts => {
  const { phase, position, head, eventsPerSecond, secondsLeft, paused } = running;
  const [words, figures] = [replayWords[language], figuresIn(language)];
  const isMeasured = eventsPerSecond > 0;
  return {
    phase: paused ? words.pausedAt(words.phases[phase]) : words.phases[phase],
    position: words.positionOf(figures.position(position), figures.position(head)),
    rate: isMeasured ? words.perSecond(figures.count(eventsPerSecond)) : words.unknown,
    left: phase !== 'reading' ? words.soon : isMeasured ? figures.span(secondsLeft) : words.unknown,
  };
};

/** Which page shows this: the same for everything between which nothing but the texts changes. */
const pageOf = (projector: ProjectorSeen): string => {
  if (projector === 'nobody') return 'nobody';
  const { running, ended } = projector;
  if (running) return `${running.paused ? 'paused' : 'running'} ${running.since}`;
  return `idle ${ended?.ended ?? ''}`;
};

export const liveState = (projector: ProjectorSeen, language: Language): LiveState => {
  const page = pageOf(projector);
  const running = projector === 'nobody' ? undefined : projector.running;
  return running ? { page, share: shareOf(running), texts: liveTexts(running, language) } : { page };
};
