import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ControlServer } from '../control/control-server.js';
import { Erasing } from '../erasing/erasing.js';
import { WritingToLists } from '../external-lists/writing-to-lists.js';
import { StillWanted } from '../subscribers/still-wanted.js';
import { Courier } from './courier.js';
import { CourierOrders } from './orders.js';
import { Planning } from './planning/planning.js';

/** Keeps the courier going: confirmations as they are asked for, each person's letter when it is due. */
@Injectable()
export class Delivering implements OnApplicationShutdown {
  #control: ControlServer | undefined;

  constructor(
    @Inject(Courier) private readonly courier: Courier,
    @Inject(CourierOrders) private readonly orders: CourierOrders,
    @Inject(Planning) private readonly planning: Planning,
    @Inject(Erasing) private readonly erasing: Erasing,
    @Inject(StillWanted) private readonly stillWanted: StillWanted,
    @Inject(WritingToLists) private readonly toLists: WritingToLists,
  ) {}

  async start(): Promise<void> {
    // Before anybody can have anything sent.
    await this.erasing.uphold();
    this.#control = await this.orders.take();
    // Whoever waits for an issue that a crash cut short has a letter of it before any is sent.
    await this.planning.resume();
    await this.courier.start();
    await this.stillWanted.start();
    await this.toLists.start();
    await this.planning.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#control?.close();
  }
}
