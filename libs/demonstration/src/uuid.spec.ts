import { sampleUuid } from './uuid.js';

describe("a sample's UUID", () => {
  it('is a version 5, the same for the same name', () => {
    expect(sampleUuid('brest-2016-02-15')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(sampleUuid('brest-2016-02-15')).toBe(sampleUuid('brest-2016-02-15'));
    expect(sampleUuid('brest-2016-02-16')).not.toBe(sampleUuid('brest-2016-02-15'));
  });
});
