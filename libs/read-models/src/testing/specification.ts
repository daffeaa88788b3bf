import type { HubEvent } from '@relais/catalogue';
import type { Projection } from '../projection.js';
import { projected } from './projected.js';

/** Reads as: given these events, then these rows, by their keys. */
export const specification = <Row, Column extends string>(projection: Projection<Row, Column>) => ({
  given: (...events: HubEvent[]) => ({
    then: async (...rows: readonly Partial<Row>[]) => {
      const found = (await projected(...events)).find(projection).map(({ row }) => row);
      expect(found).toHaveLength(rows.length);
      expect(found).toMatchObject(rows as object[]);
    },
  }),
});
