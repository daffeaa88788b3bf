import { once } from 'node:events';
import { connect } from 'node:net';
import { HubUnderTest, oneAssembly } from '../testing/index.js';

describe('a hub that is stopped', () => {
  it('does not wait for a connection over which nobody asked anything', async () => {
    const hub = await HubUnderTest.start({ configuration: oneAssembly() });
    const silent = connect(Number(new URL(hub.url).port), '127.0.0.1');
    await once(silent, 'connect');
    await hub.text('/');
    const closed = once(silent, 'close');
    await hub.end();
    await closed;
    expect(silent.destroyed).toBe(true);
  }, 20_000);
});
