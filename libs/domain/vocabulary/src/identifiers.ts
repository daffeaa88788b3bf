declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

/** An assembly's slug, such as `lille`: its id and its place in every path. */
export type AssemblyId = Id<'Assembly'>;
/** A source's id from the configuration, such as `lille-demosphere`. */
export type SourceId = Id<'Source'>;
/** What a source itself calls one of its items: a guid, UID + RECURRENCE-ID, an ActivityPub id, a URL. */
export type ItemKey = Id<'Item'>;
/** Which item of which source said so. */
export type Basis = Readonly<{ source: SourceId; item: ItemKey }>;
/** Made from the first announcement, so that the same history gives the same address. */
export type GatheringId = Id<'Gathering'>;
/** A rhythm's id from the configuration, such as `lille-assemblees`. */
export type RhythmId = Id<'Rhythm'>;
/** A moderator's word on two announcements: random. */
export type RulingId = Id<'Ruling'>;
/** Whom the configuration names as an admin: a short name of no person, such as `secretariat`. */
export type AdminId = Id<'Admin'>;
/** A mailing list's id from the configuration, such as `info-lille`. */
export type ListId = Id<'List'>;
/** One person's wish to receive one list: random. */
export type SubscriptionId = Id<'Subscription'>;
/** One file of subscribers that was brought in: random. */
export type ImportId = Id<'Import'>;
/** A person whose key can be destroyed: random. */
export type PersonId = Id<'Person'>;
/** One edition of a list's digest, such as `info-lille-2026-11`, or a correction of one. */
export type IssueId = Id<'Issue'>;
/** One person's copy of a letter: random to whoever lacks the master key. */
export type LetterId = Id<'Letter'>;
