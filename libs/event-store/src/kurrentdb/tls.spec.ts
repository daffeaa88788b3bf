import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentEventStore } from './kurrent-event-store.js';
import { certificateIn, describeWithOpenssl, EventStoreServer, type Certificate } from './testing/index.js';

const impatient = { silence: 500, patience: 500 };
const user = { name: 'relais', password: 'p@ss/word' };

describeWithOpenssl('an event store server that speaks TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relais-tls-'));
  let certificate: Certificate;
  let server: EventStoreServer;
  beforeAll(async () => {
    certificate = certificateIn(folder);
    server = await EventStoreServer.start({ tls: certificate, user });
  });
  afterAll(async () => {
    await server.end();
    rmSync(folder, { recursive: true });
  });
  const trusted = () => `${server.url()}&tlsCAFile=${encodeURIComponent(certificate.file)}`;

  it('is trusted by the certificate that the address names, and trusts the user that it names', async () => {
    const store = await KurrentEventStore.open(trusted());
    const { version } = await store.append('a', [{ type: 'test.happened', data: {} }], 'no stream');
    expect(version).toBe(1);
    const stop = new AbortController();
    for await (const [event] of store.subscribe(0n, stop.signal)) {
      expect(event?.stream).toBe('a');
      break;
    }
    await store.close();
  });

  it('refuses another password, which nobody repeats', async () => {
    const opened = KurrentEventStore.open(trusted().replace('word', 'guess'), impatient);
    await expect(opened).rejects.toThrow(`the event store at localhost:${server.wire.port} refuses us`);
    await expect(opened).rejects.not.toThrow('guess');
  });

  it('is not spoken to where nobody vouches for it, nor without TLS', async () => {
    await expect(KurrentEventStore.open(server.url(), impatient)).rejects.toThrow('does not answer');
    const bare = `esdb://localhost:${server.wire.port}?tls=false`;
    await expect(KurrentEventStore.open(bare, impatient)).rejects.toThrow('correct EVENTSTORE_URL');
  });
});
