import type { Settings } from '@relais/configuration';
import { verifierKey, type Verifier } from '@relais/event-store';
import type { Keys } from '@relais/transport';

/** What the hub's key for signing its log is derived for. */
export const journalPurpose = 'journal';

/** Under which name the hub signs its log: its public host, and the page where the log's checkpoints are. */
export const journalName = ({ publicUrl }: Pick<Settings, 'publicUrl'>): string => `${new URL(publicUrl).host}/journal`;

/** What the hub's notes are checked with, as one line to be published. */
export const journalKey = (settings: Pick<Settings, 'publicUrl'>, keys: Keys): string => {
  const verifier: Verifier = { name: journalName(settings), publicKey: keys.signer(journalPurpose).publicKey };
  return verifierKey(verifier);
};
