import { readFileSync } from 'node:fs';

/** Loaded into a process that is measured: tells over its channel how much processor time it took and how much memory it holds, and ends with its parent. */
process.on('message', (question) => {
  if (question === 'memory') process.send?.(process.memoryUsage.rss());
  // Of this program alone: what getrusage calls the most may be that of the process that began it.
  if (question === 'most memory')
    process.send?.(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1_024);
  if (question !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
process.on('disconnect', () => process.exit(1));
