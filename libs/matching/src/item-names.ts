import type { Basis } from '@relais/gathering';
import type { ItemKey, SourceId } from '@relais/vocabulary';

/**
 * The first key of each item whose source renamed it. By that it stays known to gatherings, and so to rulings and pages:
 * whatever its source calls it, nothing happened to them.
 */
export class ItemNames {
  readonly #first = new Map<string, ItemKey>();

  rekey({ source, from, to }: Readonly<{ source: SourceId; from: ItemKey; to: ItemKey }>): void {
    const { item } = this.firstOf({ source, item: from });
    this.#first.delete(`${source} ${from}`);
    if (item === to) this.#first.delete(`${source} ${to}`);
    else this.#first.set(`${source} ${to}`, item);
  }

  firstOf({ source, item }: Basis): Basis {
    return { source, item: this.#first.get(`${source} ${item}`) ?? item };
  }
}
