import { spawnSync } from 'node:child_process';
import { NotHere } from './point.ts';

/** Throws {@link NotHere} where there is no Redis that a point could start. */
export const needRedis = (): void => {
  if (spawnSync('redis-server', ['--version']).status !== 0)
    throw new NotHere('redis', 'needs redis-server: install Debian’s redis-server');
};
