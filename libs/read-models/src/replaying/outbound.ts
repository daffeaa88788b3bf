import { createHook } from 'node:async_hooks';
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

/** What Node makes whenever something is connected to, listened at, looked up, sent, or run (its async resources). */
const reachingOut = new Set([
  ...['TCPWRAP', 'TCPSERVERWRAP', 'TCPCONNECTWRAP', 'PIPEWRAP', 'PIPECONNECTWRAP', 'PIPESERVERWRAP', 'TLSWRAP'],
  ...['UDPWRAP', 'UDPSENDWRAP', 'GETADDRINFOREQWRAP', 'GETNAMEINFOREQWRAP', 'QUERYWRAP', 'DNSCHANNEL'],
  ...['HTTPCLIENTREQUEST', 'HTTP2SESSION', 'HTTP2STREAM', 'QUIC_ENDPOINT', 'QUIC_SESSION', 'PROCESSWRAP', 'WORKER'],
]);

const untold = ['spawnSync', 'execSync', 'execFileSync'] as const;

/** Counts whatever reaches out of this thread from now on: connections, look-ups, requests, processes, other threads. */
export const countOutbound = (): (() => number) => {
  let count = 0;
  createHook({
    init: (_id, type) => {
      if (reachingOut.has(type)) count++;
    },
  }).enable();
  // Node makes no resource for a process that is waited for.
  for (const name of untold) {
    const run = childProcess[name] as (...given: unknown[]) => unknown;
    Object.assign(childProcess, {
      [name]: (...given: unknown[]) => {
        count++;
        return run(...given);
      },
    });
  }
  syncBuiltinESMExports();
  return () => count;
};
