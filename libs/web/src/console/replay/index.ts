export { fieldOf, generationPath, planPath, progressPath, replayPath } from './addresses.js';
export { generationPage, noGenerationPage } from './generation.page.js';
export { liveState, type LiveState } from './live.js';
export { planPage } from './plan.page.js';
export { replayPage } from './replay.page.js';
export { replayScript } from './script.js';
export type * from './seen.js';
