const Today = Date;
/** Years, days, weekdays, hours, minutes and seconds: no part of a date or time stays what it is. */
const later = 400 * 86_400_000 + 3_661_000;

class Elsewhen extends Date {
  constructor(...given: readonly never[]) {
    if (given.length === 0) super(Today.now() + later);
    else super(...(given as unknown as [number]));
  }
  static override now(): number {
    return Today.now() + later;
  }
}

/**
 * Does something, which must not wait for anything, as if it were another time: what comes out otherwise than now looked
 * at a clock.
 */
export const elsewhen = <Result>(work: () => Result): Result => {
  globalThis.Date = Elsewhen as DateConstructor;
  try {
    return work();
  } finally {
    globalThis.Date = Today;
  }
};
