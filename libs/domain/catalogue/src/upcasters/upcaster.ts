/** What an event of some type said, in some schema of it. */
export type Said = Readonly<Record<string, unknown>>;

/** Turns what an event said in one schema of its type into what it says in the next. Pure, and it sees nothing but this. */
export type Upcaster = (said: Said) => Said;

/** For a shape that only gained members which may be missing: what was said before is said as well as it can be. */
export const asItWas: Upcaster = (said) => said;
