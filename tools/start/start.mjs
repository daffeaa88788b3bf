import { build } from './build.mjs';

build();
await import('../../apps/hub/dist/index.js');
