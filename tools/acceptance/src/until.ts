/** Asks again until there is something: other processes work at their own pace. Rejects after a minute, or so many, naming what was waited for. */
export const until = async <Value>(
  what: string,
  look: () => Promise<Value | undefined>,
  minutes = 1,
): Promise<Value> => {
  const patience = Date.now() + minutes * 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > patience) throw new Error(`waited for ${minutes} min, and still there is not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
