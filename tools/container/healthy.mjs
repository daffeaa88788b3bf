// Whether a service of this container answers: `node tools/container/healthy.mjs collector|projector|courier|portal`.
import { createConnection } from 'node:net';
import { join } from 'node:path';

const [role = ''] = process.argv.slice(2);
const { PORT = '3000', RELAIS_DATA = 'data' } = process.env;
const patience = 4_000;

/** A role listens on its control socket from the moment it works. */
const listens = (path) =>
  new Promise((resolve) => {
    const socket = createConnection(path);
    socket.setTimeout(patience, () => socket.destroy(new Error('timeout')));
    socket.once('connect', () => socket.end(() => resolve(true))).once('error', () => resolve(false));
  });

const answers = async (url) => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(patience) })).ok;
  } catch {
    return false;
  }
};

const roles = {
  collector: () => listens(join(RELAIS_DATA, 'run', 'collector.sock')),
  projector: () => listens(join(RELAIS_DATA, 'run', 'projector.sock')),
  courier: () => listens(join(RELAIS_DATA, 'run', 'courier.sock')),
  portal: () => answers(`http://127.0.0.1:${PORT}/readyz`),
};

const healthy = roles[role];
if (healthy === undefined) {
  console.error(`«${role}» is none of ${Object.keys(roles).join(', ')}`);
  process.exit(2);
}
process.exit((await healthy()) ? 0 : 1);
