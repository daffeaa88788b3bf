import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { LookupFunction, Socket } from 'node:net';
import { HttpFetcher } from '@relais/transport';
import { listen, privateAddressForms } from '@relais/transport/testing';
import { Agent, fetch as plainFetch } from 'undici';
import type { Figure } from '../figure.ts';

/** How many connections this process tries to make while something is done, to whatever address: seen where each begins. */
const attemptsDuring = async (work: () => Promise<unknown>): Promise<number> => {
  let attempts = 0;
  const watch = (message: unknown): void => {
    (message as { socket: Socket }).socket.on('connectionAttempt', () => attempts++);
  };
  subscribe('net.client.socket', watch);
  try {
    await work();
  } finally {
    unsubscribe('net.client.socket', watch);
  }
  return attempts;
};

/** A name server that gives a public address that nobody has (2d00::/8) when it is asked first, and this machine ever after. */
const rebinding = (): LookupFunction => {
  let asked = 0;
  return (_host, { all }, done) => {
    const address = asked++ === 0 ? '2d00::1' : '127.0.0.1';
    const family = address.includes(':') ? 6 : 4;
    done(null, all ? [{ address, family }] : address, family);
  };
};

const toThisMachine: LookupFunction = (_host, { all }, done) =>
  done(null, all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4);

const userAgent = 'Relais/corpora';
const quietly = (fetching: Promise<unknown>): Promise<unknown> => fetching.catch(() => undefined);

export const ssrf: Figure = {
  name: 'ssrf',
  needs: [],
  async measure(tell) {
    const secret = await listen((_request, response) => response.end('secret'));
    let location = '';
    const door = await listen((_request, response) => response.writeHead(302, { location }).end());
    const vetting = new HttpFetcher({ userAgent });
    // What is measured is where it goes, not how politely.
    const pace = { burst: privateAddressForms.length, every: 1 };
    const redirected = new HttpFetcher({ userAgent, allowPrivate: ['public.test'], lookup: toThisMachine, pace });
    const dispatcher = new Agent();
    const [forms, counted] = [privateAddressForms, { connections: 0, peer: 0 }];
    try {
      for (const form of forms) {
        const url = `http://${form}:${secret.port}/`;
        const directly = await attemptsDuring(() => quietly(vetting.fetch({ url })));
        // A header holds no other letters than those of ASCII.
        location = url.replace(/[^ -~]+/g, (text) => encodeURIComponent(text));
        // The door itself is one connection, and is meant to be.
        const byRedirect =
          (await attemptsDuring(() => quietly(redirected.fetch({ url: `http://public.test:${door.port}/` })))) - 1;
        if (directly + byRedirect > 0) tell(`${form}: ${directly} connections, ${byRedirect} by a redirect`);
        counted.connections += directly + byRedirect;
        const signal = AbortSignal.timeout(1_000);
        counted.peer += await attemptsDuring(() => quietly(plainFetch(url, { signal, dispatcher })));
      }
      const changing = new HttpFetcher({ userAgent, lookup: rebinding(), deadline: 1_000 });
      const url = `http://change.test:${secret.port}/`;
      await quietly(changing.fetch({ url }));
      const rebound = await attemptsDuring(() => quietly(changing.fetch({ url })));
      counted.connections += rebound;
    } finally {
      await dispatcher.destroy();
      await Promise.all([secret.close(), door.close()]);
    }
    const conditions = {
      figure:
        'connections tried, seen at the socket: each form asked for directly and by a redirect, and a name that changes its address',
      forms: forms.length,
      peer: 'fetch of undici 8, each form asked for directly alone',
    };
    const ratio = counted.connections === 0 ? 1 : 0;
    return [
      {
        name: 'ssrf',
        figure: counted.connections,
        unit: 'connections',
        ceiling: 0,
        peer: counted.peer,
        ratio,
        conditions,
      },
    ];
  },
};
