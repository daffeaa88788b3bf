import type { INestApplicationContext, Type } from '@nestjs/common';
import { EventStore } from '@relais/event-store';
import { Projector } from '@relais/read-models';
import { Collecting } from '../collector/collecting.js';
import { CollectorModule } from '../collector/collector.module.js';
import { CourierModule } from '../courier/courier.module.js';
import { Delivering } from '../courier/delivering.js';
import { Sharing } from '../courier/sharing.js';
import { MailIntake } from '../intake/mail/mail-intake.js';
import { PortalModule } from '../portal/portal.module.js';
import { Projecting } from '../projector/projecting.js';
import { ProjectorModule } from '../projector/projector.module.js';
import { ReturnMailbox } from '../returns/mailbox/return-mailbox.js';
import type { Role } from '../wiring/role-lock.js';

/** A service that can run in a process of its own, or with others in one. */
export type Part = Readonly<{
  name: 'projector' | 'collector' | 'courier' | 'portal' | 'sharing courier';
  module: Type;
  /** What only one process at a time may do in a data folder. */
  role?: Role;
  /** Resolves when it does its work; what goes on in the background ends with the application. */
  start(application: INestApplicationContext): Promise<void>;
}>;

/** In the order in which they start: each finds there what it builds upon. */
export const parts: readonly Part[] = [
  {
    name: 'projector',
    module: ProjectorModule,
    role: 'projector',
    start: (application) => application.get(Projecting).start(),
  },
  {
    name: 'collector',
    module: CollectorModule,
    role: 'collector',
    start: (application) => application.get(Collecting).start(),
  },
  {
    name: 'courier',
    module: CourierModule,
    role: 'courier',
    start: (application) => application.get(Delivering).start(),
  },
  {
    name: 'portal',
    module: PortalModule,
    start: async (application) => {
      await application.get(MailIntake).start();
      application.get(ReturnMailbox).start();
    },
  },
];

/** Hands over letters beside the courier, and plans none: there may be any number of it. */
export const sharingCourier: Part = {
  name: 'sharing courier',
  module: CourierModule,
  start: (application) => application.get(Sharing).start(),
};

/** Resolves when the pages show all that the log held at this moment; for processes that project themselves. */
export const shown = async (application: INestApplicationContext): Promise<void> =>
  application.get(Projector).reached(await application.get(EventStore).head());
