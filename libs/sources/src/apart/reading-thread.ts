import { parentPort } from 'node:worker_threads';
import { readDocument } from '../read-document.js';
import { UnreadableDocument, type Fetched, type ReadDocument } from '../source-format.js';

/** What a thread answers for one document. */
export type Answer = Readonly<{ format: string; document: ReadDocument } | { unreadable: string } | { fault: unknown }>;

const answerTo = async (fetched: Fetched): Promise<Answer> => {
  try {
    return await readDocument(fetched);
  } catch (error) {
    return error instanceof UnreadableDocument ? { unreadable: error.message } : { fault: error };
  }
};

/** A thread that reads the documents it is given, one after the other. */
parentPort?.on('message', (fetched: Fetched) => {
  void answerTo(fetched).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');
