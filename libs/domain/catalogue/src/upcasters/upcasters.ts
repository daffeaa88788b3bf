import type { HubEvent } from '../hub-event.js';
import { asItWas, type Upcaster } from './upcaster.js';

/**
 * How the shapes of the past become those of today: of each type, the n-th turns schema n into n + 1. A type that is not
 * named has had one shape only. What stands here stays for ever, as the events do.
 */
export const upcasters: { readonly [Type in HubEvent['type']]?: readonly Upcaster[] } = {
  // Whom an issue is for, what else its letters depend on, whether it must be approved.
  'digest.composed': [asItWas],
  // Issues of further cities, and the preferences it was made to.
  'letter.intended': [asItWas],
};
