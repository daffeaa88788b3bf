import { parentPort, workerData } from 'node:worker_threads';
import { noticePdf } from './notice-pdf.js';
import type { NoticeErrand } from './notice-aside.js';

/** What runs in a thread of its own: one notice. */
const { issue, language } = workerData as NoticeErrand;
parentPort?.postMessage(new Uint8Array(await noticePdf(issue, language)));
