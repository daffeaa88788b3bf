const wallClock = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)/;
const lasting = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}(?:\.\d+)?S)?)?$/;

/** The end as its duration says it, in the form that the beginning is written in. */
export const endAfter = (starts: string, duration: string): string | undefined => {
  const [written, date, time] = wallClock.exec(starts) ?? [];
  const [, weeks = 0, days = 0, hours = 0, minutes = 0] = lasting.exec(duration) ?? [];
  const milliseconds = ((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 3_600_000 + Number(minutes) * 60_000;
  if (written === undefined || milliseconds <= 0) return undefined;
  const end = new Date(Date.parse(`${date}T${time}Z`) + milliseconds);
  return Number.isNaN(end.getTime()) ? undefined : end.toISOString().slice(0, 19) + starts.slice(written.length);
};
