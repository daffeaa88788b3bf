import { statfsSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import type { Conditions } from './benchmark.ts';

/** File systems by their magic numbers (statfs(2)), as far as it matters here. */
const fileSystems: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x794c7630: 'overlay',
  0x01021994: 'tmpfs (memory: no commit is durable there)',
};

/** What any figure depends on: the runtime, the machine, how busy it is, and what lies under the temporary folder. */
export const machine = (): Conditions => {
  const { type } = statfsSync(tmpdir());
  return {
    node: process.versions.node,
    cores: availableParallelism(),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
    disk: fileSystems[type] ?? `file system 0x${type.toString(16)}`,
  };
};
