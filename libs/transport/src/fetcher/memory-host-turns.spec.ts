import { describeHostTurns } from '../testing/host-turns.conformance.js';
import { MemoryHostTurns } from './memory-host-turns.js';

describeHostTurns('memory', async (pace) => new MemoryHostTurns(pace));
