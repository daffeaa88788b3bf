import { realTiming, type Timing } from './memory-host-turns.js';

/** No site is believed to mean more, in seconds: whoever wants no visits can say so. */
const longestPause = 30;
const mostSites = 500;

/** Keeps to the pause between two pages that a site's robots.txt asks for (Crawl-delay). */
export class PagePauses {
  readonly #next = new Map<string, number>();

  constructor(private readonly timing: Timing = realTiming) {}

  /** Resolves when a page of the site may be asked for; rejects when that is called off. */
  async before(origin: string, pause: number, signal?: AbortSignal): Promise<void> {
    const now = this.timing.now();
    const at = Math.max(now, this.#next.get(origin) ?? now);
    this.#keep(origin, at, pause);
    if (at > now) await this.timing.wait(at - now, signal);
  }

  /** What was asked for turned out to be a page. */
  after(origin: string, pause: number): void {
    const now = this.timing.now();
    this.#keep(origin, Math.max(now, (this.#next.get(origin) ?? now) - milliseconds(pause)), pause);
  }

  #keep(origin: string, at: number, pause: number): void {
    if (pause <= 0) return;
    if (this.#next.size >= mostSites) this.#forgetPassed();
    this.#next.set(origin, at + milliseconds(pause));
  }

  #forgetPassed(): void {
    const now = this.timing.now();
    for (const [origin, next] of this.#next) if (next <= now) this.#next.delete(origin);
  }
}

const milliseconds = (pause: number): number => Math.min(pause, longestPause) * 1_000;
