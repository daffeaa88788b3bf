import { HubUnderTest, oneAssembly } from '../testing/index.js';
import { Tally, talliedIn } from './tally.js';

describe('what is counted of what came back', () => {
  it('goes on where a hub that was stopped had left off', async () => {
    const configuration = oneAssembly();
    const first = await HubUnderTest.start({ configuration, environment: { RELAIS_NOW: '2026-11-10T09:00:00Z' } });
    const { folder } = first;
    first.get(Tally).count('forged');
    first.get(Tally).count('unclear');
    await first.stop();
    const second = await HubUnderTest.start({
      ...{ configuration, folder, environment: { RELAIS_NOW: '2026-11-11T09:00:00Z' } },
    });
    second.get(Tally).count('forged');
    await second.stop();
    expect(talliedIn(folder)).toEqual({ since: '2026-11-10T09:00:00Z', counts: { forged: 2, unclear: 1 } });
    await second.end();
  });
});
