export { EventStoreUnavailable } from './faults.js';
export { InvalidAddress } from './address.js';
export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.js';
