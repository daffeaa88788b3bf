import { build } from './build.mjs';

build();
await import('@relais/hub-app');
