import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { Unavailable } from '../wiring/unavailable.js';

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/\p{Cc}/gu, ' ')}"`;

/** What became of each line, with what stood there, in a file that its owner alone can read: only where somebody asks for it. */
export class ImportReport {
  private constructor(private readonly file: WriteStream) {}

  /** Rejects where there is such a file already: it may be open to others. */
  static async into(path: string): Promise<ImportReport> {
    const file = createWriteStream(path, { mode: 0o600, flags: 'wx' });
    try {
      await once(file, 'open');
    } catch (error) {
      throw new Unavailable(`the report cannot be written: ${(error as Error).message}`, { cause: error });
    }
    const report = new ImportReport(file);
    await report.write('line', 'came', 'why', 'address');
    return report;
  }

  async write(line: number | string, came: string, why: string, said: string): Promise<void> {
    if (!this.file.write(`${line},${came},${why},${quoted(said)}\r\n`)) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    this.file.end();
    await once(this.file, 'close');
  }
}
