import { Inject, Injectable } from '@nestjs/common';
import { letters, ReadModels } from '@relais/read-models';
import type { IssueId } from '@relais/vocabulary';
import type { IssueSeen } from '@relais/web/console';
import { WantedLetters } from '../../../subscriptions/wanted-letters.js';

/** Of so many it is looked up how they want their letter. */
const mostOpened = 2_000;

/** How many have a letter of an issue, by how they want it; nobody is named. */
@Injectable()
export class Copies {
  constructor(
    @Inject(ReadModels) private readonly models: ReadModels,
    @Inject(WantedLetters) private readonly wanted: WantedLetters,
  ) {}

  async of(issue: IssueId): Promise<IssueSeen['copies']> {
    const all = this.models.count(letters, { where: { issue } });
    const rows = this.models.find(letters, { where: { issue }, limit: mostOpened });
    const ways = await Promise.all(rows.map(({ row }) => this.#way(row.subscription)));
    const known = ways.filter((one) => one !== undefined);
    const copies = [...Map.groupBy(known, (way) => JSON.stringify(way))].map(([, same]) => ({
      ...same[0],
      letters: same.length,
    }));
    const others = all - known.length;
    return [...copies.sort((one, other) => other.letters - one.letters), ...(others > 0 ? [{ letters: others }] : [])];
  }

  async #way(subscription: Parameters<WantedLetters['row']>[0]) {
    const row = this.wanted.row(subscription);
    if (row?.address === undefined) return undefined;
    const { language, length, format } = await this.wanted.preferencesOf(row);
    return { language, length, format };
  }
}
