import { run } from '@relais/services';

/** With RELAIS_COURIER=share, it only hands over what another courier over the same data folder planned. */
await run([process.env['RELAIS_COURIER'] === 'share' ? 'sharing courier' : 'courier']);
