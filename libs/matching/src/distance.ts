type Position = Readonly<{ latitude?: number; longitude?: number }>;

const earthRadius = 6_371_000;

/** How far apart two positions are, in metres; undefined where one of them is not known. */
export const metres = (a: Position, b: Position): number | undefined => {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined)
    return undefined;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [lat1, lat2] = [radians(a.latitude), radians(b.latitude)];
  const x = radians(b.longitude - a.longitude) * Math.cos((lat1 + lat2) / 2);
  return earthRadius * Math.hypot(x, lat2 - lat1);
};
