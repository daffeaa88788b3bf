import type { ReplayState } from '@relais/read-models';
import { ask, nobody } from '../../control/control-client.js';
import { socketPath } from '../../control/socket-path.js';
import { dataFolderOf } from '../../wiring/adapters.js';
import { Unavailable } from '../../wiring/unavailable.js';
import { WrongUse, type Desk, type Ending, type Option, type Options } from '../verb.js';
import { stateInWords } from './words.js';

const acts = ['pause', 'resume', 'cancel', 'state'] as const;

export const orderOptions: readonly Option[] = [
  ['--pause', 'hold the replay that runs in the hub'],
  ['--resume', 'let it go on'],
  ['--cancel', 'stop it, and leave nothing of it'],
  ['--state', 'say how far it is'],
];

/** What is to be done with a replay that runs; undefined where one is to begin. */
export const orderOf = (options: Options): (typeof acts)[number] | undefined => {
  const given = acts.filter((act) => options[act] === true);
  if (given.length > 1) throw new WrongUse(`--${given.join(' and --')} are not done at once`);
  return given[0];
};

/** Tells the running hub, and says how far its replay is. */
export const giveOrder = async ({ settings, output }: Desk, act: (typeof acts)[number]): Promise<Ending> => {
  const path = socketPath(dataFolderOf(settings), 'projector');
  const state = await ask(path, { verb: 'replaying', options: { act } }, () => undefined);
  if (state === nobody) throw new Unavailable(`no replay runs: no hub runs over ${settings.dataFolder}`);
  output.say(state, () =>
    act === 'cancel' ? 'cancelled; what was shown is shown still' : stateInWords(state as ReplayState),
  );
  return 0;
};
