/** How months begin, without accents: in English, French, German, Spanish, Italian, Portuguese, Dutch and Russian. */
const beginnings: readonly string[] = [
  'jan ene gen янв',
  'feb fev фев',
  'mar mrt maa mrz мар',
  'apr avr abr апр',
  'may mai mag mei мая маи',
  'jun juin giu июн',
  'jul juil lug июл',
  'aug aou ago авг',
  'sep set сен',
  'oct okt ott out окт',
  'nov ноя',
  'dec dez dic дек',
];

const months = new Map(beginnings.flatMap((names, month) => names.split(' ').map((name) => [name, month] as const)));

/** The month of a name or its abbreviation, 0 for January; undefined for any other word. */
export const monthOf = (word: string): number | undefined => {
  const name = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return months.get(name.slice(0, 4)) ?? months.get(name.slice(0, 3));
};
