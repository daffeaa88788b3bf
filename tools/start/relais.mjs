import { build } from './build.mjs';

build();
await import('../../apps/cli/dist/index.js');
