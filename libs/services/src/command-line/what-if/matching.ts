import { projections, suppose, type Diff, type ReadableLog, type TrialOptions } from '@relais/read-models';
import { recognitionFor } from '../../recognising/recogniser.js';
import { deploy } from '../../wiring/deploy.js';
import type { Desk } from '../verb.js';
import { fileNamed } from './module-of.js';
import { RecognisedAnew } from './recognised-anew.js';

/**
 * What pages would show had the whole history been recognised by the domain aliases and venues of another `relais.yaml`,
 * beside what they would had it been by those of ours.
 */
export const supposeConfiguration = async (
  { settings, deployment }: Desk,
  log: ReadableLog,
  file: string,
  options: TrialOptions,
): Promise<Diff> => {
  const [ours, other] = [deployment(), deploy({ ...settings, configFile: fileNamed('--config', file) })];
  const before = new RecognisedAnew(log, () => recognitionFor(ours));
  const after = new RecognisedAnew(log, () => recognitionFor(other));
  // So that both stand at the end of the log, whatever was decided there.
  return suppose({ log: before, projections }, { log: after, projections }, { ...options, selective: true });
};
