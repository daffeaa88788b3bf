/** What took longer than it may. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** The same, or a rejection with {@link TooLate}; what is still under way then is told by `giveUp`. */
export const inTime = async <Result>(
  what: string,
  milliseconds: number,
  work: Promise<Result>,
  giveUp: () => void,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // First, so that this is what is said, and not what giving up makes fail.
      reject(new TooLate(`${what} took more than ${milliseconds / 1_000} s`));
      giveUp();
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // It may still fail, once nobody waits for it any more.
    work.catch(() => undefined);
  }
};
