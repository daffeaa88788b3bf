import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { MailLab } from '@relais/transport/testing';
import type { Need } from '../need.ts';

/** The mail provider of decision 25: a Postfix that takes letters as a provider does, with opendkim to check them. */
export const mailProvider: Need = {
  name: 'mail',
  what: 'a mail provider: RELAIS_MAIL_LAB names its folder, see decision 25',
  isHere: () => {
    const folder = process.env['RELAIS_MAIL_LAB'];
    return folder !== undefined && existsSync(join(folder, 'postfix.log'));
  },
};

/** How often is looked whether its queue is empty, and how long at most, in milliseconds. */
const [glance, patience] = [100, 120_000];

/** What Postfix did since it was asked before: how many letters it took and brought on, their size, and over how many sessions. */
export type Taken = Readonly<{ letters: number; bytes: number; sessions: number }>;

/** The provider for one benchmark, and what its log says of each round. */
export class Postfix {
  readonly lab: MailLab;
  #read = 0;

  private constructor(lab: MailLab) {
    this.lab = lab;
  }

  /** In its turn: specs that need the provider wait until the work is done, or are waited for. */
  static async during<Result>(work: (postfix: Postfix) => Promise<Result>): Promise<Result> {
    const lab = await MailLab.open();
    try {
      return await work(new Postfix(lab));
    } finally {
      await lab.close();
    }
  }

  get server(): string {
    return new URL(this.lab.smtpUrl).host;
  }

  /** Resolves when nothing is on its way any more, so that what is measured next has the machine for itself. */
  async taken(): Promise<Taken> {
    const end = Date.now() + patience;
    while ((await this.lab.queue()).length > 0) {
      if (Date.now() > end) throw new Error('the queue of the provider does not empty');
      await after(glance);
    }
    const log = await this.lab.log();
    const news = log.slice(this.#read);
    this.#read = log.length;
    const sizes = [...news.matchAll(/qmgr\[\d+\]: \w+: from=<.*>, size=(\d+), nrcpt=1/g)].map(([, size]) =>
      Number(size),
    );
    const ends = [...news.matchAll(/ status=(\w+)/g)].map(([, status]) => status);
    const sessions = new Set([...news.matchAll(/smtpd\[(\d+)\]: \w+: client=/g)].map(([, process]) => process)).size;
    if (ends.length !== sizes.length || ends.some((status) => status !== 'sent'))
      throw new Error(
        `of ${sizes.length} letters that the provider took, it brought ${ends.length} on: ${[...new Set(ends)]}`,
      );
    return { letters: sizes.length, sessions, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  }
}
