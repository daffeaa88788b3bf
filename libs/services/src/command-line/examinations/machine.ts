import { hasLog } from '../../wiring/adapters.js';
import { deploy } from '../../wiring/deploy.js';
import { openLog } from '../open-files.js';
import { bad, doubtful, good, messageOf, type Examination } from './examination.js';

export const runtime: Examination = {
  name: 'Node.js',
  async look() {
    const { node = '' } = process.versions;
    return Number(node.split('.')[0]) >= 24
      ? good(node)
      : bad(node, 'run Relais by its npm scripts, which bring Node.js 24');
  },
};

export const configuration: Examination = {
  name: 'configuration',
  async look(settings) {
    try {
      const { assemblies, sources, lists } = deploy(settings);
      const what = `${assemblies.length} assemblies, ${sources.length} sources read, ${lists.length} lists`;
      return good(`${settings.configFile}: ${what}`);
    } catch (error) {
      return bad(messageOf(error), 'correct the lines named');
    }
  },
};

export const publicUrl: Examination = {
  name: 'public address',
  async look({ publicUrl: url }) {
    const { hostname, protocol } = new URL(url);
    if (['localhost', '127.0.0.1', '[::1]'].includes(hostname))
      return doubtful(url, 'set PUBLIC_URL to what readers see: links in letters begin with it');
    return protocol === 'https:' ? good(url) : doubtful(url, 'serve it over https: tokens travel in its addresses');
  },
};

export const clock: Examination = {
  name: 'clock',
  async look(settings) {
    if (settings.now !== undefined)
      return doubtful(`stands still at ${settings.now}`, 'unset RELAIS_NOW: it is for tests and demonstrations');
    const now = new Date();
    if (hasLog(settings)) {
      const last = await lastRecorded(settings);
      if (last && Date.parse(last) > now.getTime() + 60_000)
        return bad(`${now.toISOString()}, but the last event was recorded at ${last}`, 'set the clock: it went back');
    }
    if (now.getUTCFullYear() < 2026) return bad(now.toISOString(), 'set the clock');
    return good(now.toISOString());
  },
};

const lastRecorded = async (settings: Parameters<typeof openLog>[0]): Promise<string | undefined> => {
  const store = openLog(settings);
  try {
    for await (const [last] of store.readAllBack()) return last?.recordedAt;
    return undefined;
  } finally {
    await store.close();
  }
};
