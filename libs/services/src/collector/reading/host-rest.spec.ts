import { FetchFailed } from '@relais/transport';
import { hostRest } from './host-rest.js';

const asked = 'https://exemple.test:8443/feed';
const failing = (said: { status?: number; retryAfter?: number; host?: string }) =>
  hostRest(new FetchFailed('http-status', 'failed', said), asked);

describe('the rest of a host', () => {
  it('is as long as it says it was asked too often', () => {
    expect(failing({ status: 429, retryAfter: 86_400 })).toEqual({ host: 'exemple.test:8443', seconds: 86_400 });
  });

  it('is an hour at the most where it says that it cannot answer now', () => {
    expect(failing({ status: 503, retryAfter: 60 })).toEqual({ host: 'exemple.test:8443', seconds: 60 });
    expect(failing({ status: 503, retryAfter: 86_400 })).toEqual({ host: 'exemple.test:8443', seconds: 3_600 });
  });

  it('is that of the host which said so, wherever it was asked first', () => {
    expect(failing({ status: 429, retryAfter: 60, host: 'ailleurs.test' })).toMatchObject({ host: 'ailleurs.test' });
  });

  it.each([{}, { status: 429 }, { status: 503 }, { status: 404, retryAfter: 60 }, { status: 500, retryAfter: 60 }])(
    'is none where nobody asked for it: %j',
    (said) => {
      expect(failing(said)).toBeUndefined();
    },
  );

  it('is none after what was no failure of its own', () => {
    expect(hostRest(new Error('ours'), asked)).toBeUndefined();
  });
});
