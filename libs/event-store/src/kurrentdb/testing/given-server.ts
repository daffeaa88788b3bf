const given = process.env['EVENTSTORE_URL'];
const isServer = given !== undefined && given !== '' && given !== 'sqlite:';
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('eventstore');

/** Tests of the server that EVENTSTORE_URL names, where it names one; a named skip elsewhere, or a failure where it must. */
export const describeWithEventStore = (name: string, tests: (url: string) => void): void => {
  if (isServer) {
    tests(given);
    return;
  }
  const run = required ? describe : describe.skip;
  run(`${name} (needs EVENTSTORE_URL)`, () => {
    it('is given an event store server', () => expect(given).toMatch(/^(?:esdb|kurrentdb)/));
  });
};
