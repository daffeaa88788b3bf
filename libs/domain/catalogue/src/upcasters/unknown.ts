import type { Recorded } from '@relais/event-sourcing';

const placeOf = ({ type, stream, version, position }: Recorded): string =>
  `${type} at position ${position} (${stream}, version ${version})`;

/** The log holds an event that this version does not know: it was written by a newer one. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  constructor(event: Recorded) {
    super(
      `${placeOf(event)} is not known to this version of Relais; a newer version wrote it. Start that version instead.`,
    );
  }
}

/** The log holds an event of a known type in a shape that this version does not know. */
export class UnknownSchema extends Error {
  override readonly name = 'UnknownSchema';
  constructor(event: Recorded, known: number) {
    const schema = event.metadata?.schema;
    super(
      typeof schema === 'number' && Number.isInteger(schema) && schema > known
        ? `${placeOf(event)} has schema ${schema}, of which this version of Relais knows ${known}; a newer version wrote it. Start that version instead.`
        : `${placeOf(event)} has the schema ${JSON.stringify(schema)}, which is none; the log is as it was, and nothing of it is skipped. Look through it with «relais verify», or restore it.`,
    );
  }
}

/** An event of a shape of the past does not hold what that shape says. */
export class NotUpcast extends Error {
  override readonly name = 'NotUpcast';
  constructor(event: Recorded, from: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${placeOf(event)} cannot be brought from schema ${from} to ${from + 1}: ${reason}`, { cause });
  }
}
