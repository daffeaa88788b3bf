/** Resolves or rejects as what was begun does, or rejects with the signal's reason as soon as it is aborted. */
export const unlessAborted = async <Result>(
  begun: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> => {
  if (signal === undefined) return begun;
  // Whoever called it off does not wait to hear that it failed as well.
  begun.catch(() => undefined);
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const stop = (): void => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([begun, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
