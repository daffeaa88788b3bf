/** Loaded into a process that is measured: tells over its channel how much processor time it took and how much memory it holds, and ends with its parent. */
process.on('message', (question) => {
  if (question === 'memory') process.send?.(process.memoryUsage.rss());
  if (question !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send?.((user + system) / 1_000);
});
process.on('disconnect', () => process.exit(1));
