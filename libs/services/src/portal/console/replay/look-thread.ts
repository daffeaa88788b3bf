import { parentPort, workerData } from 'node:worker_threads';
import { lookInto, type Look } from './looked-into.js';

parentPort?.postMessage(lookInto(workerData as Look));
