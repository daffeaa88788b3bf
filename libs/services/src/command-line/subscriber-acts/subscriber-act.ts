import type { AdminId } from '@relais/vocabulary';
import type { SubscribersOrder } from '../../subscribers/orders.js';
import { SubscribersOrders } from '../../subscribers/orders.js';
import { Courier } from '../../courier/courier.js';
import { Projecting } from '../../projector/projecting.js';
import { onHand } from '../on-hand.js';
import { WrongUse, type Desk, type Ending, type Options } from '../verb.js';
import type { DeployedList } from '../../wiring/deployment.js';
import type { ListId } from '@relais/vocabulary';

/** Something that `relais subscribers …` does. One file each. */
export interface SubscriberAct {
  readonly name: string;
  /** What it is done to, as it is shown to whoever used it wrongly; without, it takes nothing. */
  readonly operand?: string;
  /** The operand may be left out. */
  readonly mayLack?: boolean;
  run(desk: Desk, options: Options, operand: string | undefined): Promise<Ending>;
}

/** The admin that was named; null for whoever works at this machine. Throws NotConfigured. */
export const doneBy = ({ deployment }: Desk, { by }: Options): AdminId | null =>
  typeof by === 'string' ? deployment().admin(by).id : null;

/** Throws {@link WrongUse}, or NotConfigured. */
export const listMeant = ({ deployment }: Desk, { list }: Options): DeployedList => {
  if (typeof list !== 'string') throw new WrongUse('which list? --list ID');
  return deployment().list(list as ListId);
};

/** Has it done by whoever has the courier's role, or here where nobody has it: there is one who writes. */
export const ordered = (desk: Desk, order: SubscribersOrder, progress: (step: unknown) => void): Promise<unknown> =>
  onHand(
    desk,
    {
      ...{ verb: 'subscribers', role: 'courier', options: order, parts: ['projector', 'courier'] },
      prepare: {
        projector: (application) => application.get(Projecting).keepUp(),
        courier: (application) => application.get(Courier).settle(),
      },
      here: (application) => application.get(SubscribersOrders).perform(order, progress),
    },
    progress,
  );
