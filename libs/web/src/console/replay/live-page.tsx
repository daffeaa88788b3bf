import type { Language } from '@relais/vocabulary';
import type { ComponentChildren } from 'preact';
import { pathOf } from '../../components/links.js';
import { progressPath, replayAddress } from './addresses.js';
import { liveState } from './live.js';
import type { ProjectorSeen } from './seen.js';

/** What the script needs to know: which page this is, where it is, and where it is told what changes. */
export const LivePage = ({
  projector,
  language,
  children,
}: {
  projector: ProjectorSeen;
  language: Language;
  children: ComponentChildren;
}) => (
  <div
    data-live={liveState(projector, language).page}
    data-address={replayAddress(language)}
    data-from={pathOf(progressPath, language)}
  >
    {children}
  </div>
);
