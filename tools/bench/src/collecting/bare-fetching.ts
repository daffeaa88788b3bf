import { Agent, request } from 'undici';

/** What is asked in the ceiling: so many requests a second of these addresses, in turn. */
export type BareWork = Readonly<{ urls: readonly string[]; perSecond: number }>;

const agent = new Agent();
let asked = 0;

/** The ceiling of collecting: the same requests at the same rate, nothing read of the answers, nothing remembered. */
process.on('message', ({ urls, perSecond }: BareWork | { urls?: undefined; perSecond?: undefined }) => {
  if (urls === undefined) return;
  setInterval(() => {
    const url = urls[asked++ % urls.length];
    if (url === undefined) return;
    request(url, { dispatcher: agent, headers: { 'accept-encoding': 'gzip, br' }, signal: AbortSignal.timeout(30_000) })
      .then(({ body }) => body.dump({ limit: 10_000_000 }))
      .catch(() => undefined);
  }, 1_000 / perSecond);
  process.send?.('done');
});
console.log('ready');
