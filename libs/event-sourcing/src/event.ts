/** Something that happened: past tense, `<module>.<what happened>`, plain JSON, never changed once stored. */
export type Event<Type extends string = string, Data = unknown> = Readonly<{ type: Type; data: Readonly<Data> }>;

/** The member of a union of events that has this type. */
export type EventOf<E extends Event, Type extends E['type']> = Extract<E, { type: Type }>;

/** What is known of an event beside what happened; nothing in it is personal. */
export type Metadata = Readonly<{
  /** One for everything that came of the same request, reading or alarm: a UUID. */
  correlation?: string;
  /** The id of the event that this one came of. */
  causation?: string;
  /** Which shape of its type the data has, from 1; absent for 1. */
  schema?: number;
}>;

/** An event as the log gives it back. */
export type Recorded<E extends Event = Event> = E &
  Readonly<{
    /** The event's own identity, a UUID; appending the same id again records nothing. */
    id: string;
    /** The stream it was recorded in, and its place there, from 1. */
    stream: string;
    version: number;
    /** Its place in the one order of all events; larger is later. */
    position: bigint;
    /** When it was recorded: ISO 8601 in UTC. */
    recordedAt: string;
    /** Absent where nothing is known. */
    metadata?: Metadata;
  }>;
