import type { Language } from '@relais/vocabulary';

/** Numbers, sizes and spans of time as they are read on the pages of replays. */
export const figuresIn = (language: Language) => {
  const number = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const count = (value: number | bigint): string => number.format(value);
  return {
    count,
    position: (decimal: string): string => count(BigInt(decimal)),
    size(bytes: number): string {
      const [unit, ...names] =
        language === 'fr' ? (['o', 'ko', 'Mo', 'Go', 'To'] as const) : (['B', 'kB', 'MB', 'GB', 'TB'] as const);
      let [value, name] = [bytes, unit as string];
      for (const next of names) if (value >= 1_000) [value, name] = [value / 1_000, next];
      return `${short.format(value)}\u00a0${name}`;
    },
    span(seconds: number): string {
      if (seconds < 10) return `${short.format(seconds)}\u00a0s`;
      if (seconds < 90) return `${count(Math.round(seconds))}\u00a0s`;
      const minutes = Math.round(seconds / 60);
      if (minutes < 60) return `${minutes}\u00a0min`;
      return `${count(Math.floor(minutes / 60))}\u00a0${language === 'nl' ? 'u' : 'h'}\u00a0${String(minutes % 60).padStart(2, '0')}`;
    },
  };
};
