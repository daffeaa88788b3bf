import { announcedWhen, announcementReport, isSkipped } from './announcement-report.js';

const zone = 'Europe/Paris';
const base = 'https://relais.example/';
const announced = { title: 'Assemblée', date: '2026-12-05', description: 'Venez !\nhttps://ailleurs.example/x' };
const fieldsOf = (more: object, options = {}) =>
  announcementReport('annonce-1', { ...announced, ...more }, { zone, base, ...options }).fields;

describe('when something announced is', () => {
  it('is from one clock time to another, where the assembly is', () => {
    expect(announcedWhen({ date: '2026-12-05', starts: '18:30', ends: '20:00' }, zone)).toEqual({
      ...{ kind: 'timed', starts: '2026-12-05T17:30:00Z', ends: '2026-12-05T19:00:00Z', zone },
    });
  });

  it('goes on after midnight where it ends earlier than it begins', () => {
    expect(announcedWhen({ date: '2026-12-31', starts: '23:00', ends: '01:00' }, zone)).toMatchObject({
      ends: '2027-01-01T00:00:00Z',
    });
  });

  it('ends on the day that is said', () => {
    expect(
      announcedWhen({ date: '2026-12-05', until: '2026-12-06', starts: '10:00', ends: '18:00' }, zone),
    ).toMatchObject({
      ends: '2026-12-06T17:00:00Z',
    });
  });

  it('has no end where none is said', () => {
    expect(announcedWhen({ date: '2026-12-05', starts: '10:00' }, zone)).not.toHaveProperty('ends');
  });

  it('is whole days without a clock time', () => {
    expect(announcedWhen({ date: '2026-12-05' }, zone)).toEqual({
      kind: 'all-day',
      from: '2026-12-05',
      until: '2026-12-05',
    });
    expect(announcedWhen({ date: '2026-12-05', until: '2026-12-06' }, zone)).toMatchObject({ until: '2026-12-06' });
  });

  it('is known to be a time that the clocks skip', () => {
    expect(isSkipped('2027-03-28', '02:30', zone)).toBe(true);
    expect(isSkipped('2027-03-28', '03:30', zone)).toBe(false);
  });
});

describe('the report of an announcement', () => {
  it('is a gathering, with its text as HTML', () => {
    expect(fieldsOf({ starts: '10:00', place: { city: 'Lille' } })).toEqual({
      ...{
        kind: 'gathering',
        title: 'Assemblée',
        summary: 'Venez !<br />https://ailleurs.example/x',
        place: { city: 'Lille' },
      },
      mentions: expect.any(Array) as never,
      when: { kind: 'timed', starts: '2026-12-05T09:00:00Z', zone },
    });
  });

  it('is news where no date is known', () => {
    expect(fieldsOf({ date: undefined })).toMatchObject({ kind: 'news' });
    expect(fieldsOf({ date: undefined })).not.toHaveProperty('when');
  });

  it('says that it is cancelled', () => {
    expect(fieldsOf({ cancelled: true })).toMatchObject({ status: 'cancelled' });
  });

  it('marks a zone that nobody looked at', () => {
    expect(fieldsOf({ starts: '10:00' }, { assumed: true })).toMatchObject({ when: { zoneAssumed: true } });
  });

  it('takes no link but of the web, and no markup that does something', () => {
    const fields = fieldsOf({ link: 'javascript:alert(1)', description: '<b onclick=x>a</b><script>x</script>' });
    expect(fields).not.toHaveProperty('link');
    expect(fields.summary).toBe('<b>a</b>');
  });
});
