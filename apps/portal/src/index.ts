import { run } from '@relais/services';

await run(['portal']);
