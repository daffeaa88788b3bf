/** What rspamd says of a letter: its score, the smaller the better, and the reasons by their names. */
export type Scan = Readonly<{ score: number; symbols: Readonly<Record<string, number>> }>;

/** How it came in: who gave it, and what the envelope said. */
export type Envelope = Readonly<{ from: string; to: string; ip: string; helo: string }>;

type Answer = Readonly<{ score: number; symbols: Readonly<Record<string, Readonly<{ score: number }>>> }>;

export const scanned = async (url: string, letter: Buffer, { from, to, ip, helo }: Envelope): Promise<Scan> => {
  const response = await fetch(`${url}/checkv2`, {
    method: 'POST',
    headers: { From: from, Rcpt: to, IP: ip, Helo: helo, Hostname: helo },
    body: new Uint8Array(letter),
  });
  if (!response.ok) throw new Error(`rspamd answered ${response.status}: ${await response.text()}`);
  const { score, symbols } = (await response.json()) as Answer;
  return { score, symbols: Object.fromEntries(Object.entries(symbols).map(([name, one]) => [name, one.score])) };
};
