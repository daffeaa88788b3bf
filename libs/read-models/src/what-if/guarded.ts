import type { Recorded } from '@relais/event-sourcing';
import type { Rows } from '../projection.js';
import type { AnyProjection } from '../storage/table.js';
import { Untriable } from './untriable.js';

type Handler = (rows: Rows<unknown>, event: Recorded) => unknown;
type OfRow = (row: never) => unknown;

const message = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** The same projection, whose faults say where they happened. */
export const guarded = (projection: AnyProjection): AnyProjection => {
  const { name, on, columns, hidden } = projection;
  const handling =
    (handler: Handler): Handler =>
    (rows, event) => {
      const where = `at position ${event.position} (${event.type}, ${event.stream})`;
      let result: unknown;
      try {
        result = handler(rows, event);
      } catch (error) {
        throw new Untriable(`the projection «${name}» fails ${where}: ${message(error)}`, { cause: error });
      }
      if (result instanceof Promise)
        throw new Untriable(`the projection «${name}» answers later, with a promise, ${where}`);
    };
  const reading =
    (what: string, of: OfRow): OfRow =>
    (row) => {
      try {
        return of(row);
      } catch (error) {
        const shown = JSON.stringify(row).slice(0, 200);
        throw new Untriable(`the projection «${name}» fails in ${what} of the row ${shown}: ${message(error)}`, {
          cause: error,
        });
      }
    };
  return {
    ...projection,
    on: Object.fromEntries(Object.entries(on).map(([type, handler]) => [type, handling(handler as Handler)])),
    columns: Object.fromEntries(
      Object.entries(columns).map(([column, of]) => [column, reading(`the column «${column}»`, of)]),
    ),
    ...(hidden && { hidden: reading('«hidden»', hidden) }),
  } as AnyProjection;
};
