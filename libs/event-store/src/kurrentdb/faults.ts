import {
  AccessDeniedError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';

/** The event store cannot be spoken to, or says no; the message says what to do. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** No answer came in time. */
export class Silence extends Error {
  override readonly name = 'Silence';
}

/** Codes of gRPC that somebody has to see to: another attempt comes to the same. */
const lasting = {
  invalidArgument: 3,
  permissionDenied: 7,
  failedPrecondition: 9,
  unimplemented: 12,
  unauthenticated: 16,
};

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

/** Whether it was the connection or the moment, so that the same call may go through later. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof Silence) return true;
  if (error instanceof WrongExpectedVersionError || error instanceof StreamDeletedError) return false;
  if (error instanceof AccessDeniedError || error instanceof MaxAppendSizeExceededError) return false;
  const code = codeOf(error);
  if (typeof code === 'number') return !Object.values(lasting).includes(code);
  // What the client throws by itself has no code: no node of the cluster answers, or the connection was just given up.
  return error instanceof Error && /^Failed to discover|channel|closed|shut ?down/i.test(error.message);
};

/** Whether no event begins at the position that was asked for. */
export const isInvalidPosition = (error: unknown): boolean => codeOf(error) === lasting.invalidArgument;

const isForeign = (error: unknown): boolean =>
  codeOf(error) === lasting.unimplemented || /HTTP status code|Protocol error|PROTOCOL_ERROR/.test(String(error));

/** A fault in the words of whoever has to see to it; what is none of the connection's is given back as it is. */
export const inWords = (server: string, error: unknown): unknown => {
  if (error instanceof EventStoreUnavailable) return error;
  const said = error instanceof Error ? error.message : String(error);
  const because = { cause: error };
  const code = codeOf(error);
  if (error instanceof AccessDeniedError || code === lasting.permissionDenied || code === lasting.unauthenticated)
    return new EventStoreUnavailable(
      `the event store at ${server} refuses us: correct the user and the password in EVENTSTORE_URL, and what this user may do there`,
      because,
    );
  if (error instanceof MaxAppendSizeExceededError)
    return new EventStoreUnavailable(
      `the event store at ${server} takes ${error.maxAppendSize} bytes at once: let it take more (EVENTSTORE_MAX_APPEND_SIZE)`,
      because,
    );
  if (isForeign(error))
    return new EventStoreUnavailable(
      `what answers at ${server} is no event store: correct EVENTSTORE_URL (${said})`,
      because,
    );
  if (isPassing(error))
    return new EventStoreUnavailable(
      `the event store at ${server} does not answer: start it, or correct EVENTSTORE_URL (${said})`,
      because,
    );
  return error;
};
