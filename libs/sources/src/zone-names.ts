/** Minutes east of UTC, for the zone names of RFC 822 and those that mean one offset and are written in feeds. */
const zones: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0 },
  ...{ hst: -600, akst: -540, akdt: -480, pst: -480, pdt: -420, mst: -420, mdt: -360, cst: -360, cdt: -300 },
  ...{ est: -300, edt: -240, ast: -240, adt: -180, nst: -210, ndt: -150, brt: -180, art: -180 },
  ...{ wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mez: 60, mest: 120, mesz: 120 },
  ...{ wat: 60, cat: 120, sast: 120, eat: 180, eet: 120, eest: 180, msk: 180, trt: 180 },
  ...{ hkt: 480, sgt: 480, awst: 480, jst: 540, kst: 540, aest: 600, aedt: 660, nzst: 720, nzdt: 780 },
};

/** An offset in digits or by its name, in minutes east of UTC; undefined for a name that is not known. */
export const offsetOf = (zone: string): number | undefined => {
  const numeric = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (!numeric) return zones[zone.toLowerCase()];
  return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
};
