import { run } from '@relais/services';

await run(['projector', 'collector', 'courier', 'portal']);
