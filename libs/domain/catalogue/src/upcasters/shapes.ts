import { eventTypes } from '../hub-event.js';
import { presenting } from './presenting.js';
import { upcasters } from './upcasters.js';

/** How every event of the hub is written and read today: the `shapes` of its log. */
export const shapes = presenting(Object.keys(eventTypes), upcasters);
