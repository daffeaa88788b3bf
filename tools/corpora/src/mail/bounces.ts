import { join } from 'node:path';
import { noticeIn, readMail, type Failure } from '@relais/services/returns';
import type { Figure } from '../figure.ts';
import { askPython } from '../python.ts';

type ByFlufl = Readonly<{ name: string; body: string; delayed: readonly string[]; failed: readonly string[] }>;
type Told = Readonly<{ delayed: readonly string[]; failed: readonly string[] }>;

const told = (failures: readonly Failure[]): Told => {
  const of = (wanted: Failure['action']): string[] => [
    ...new Set(failures.filter(({ action }) => action === wanted).map(({ address = '' }) => address)),
  ];
  return { delayed: of('delayed').sort(), failed: of('failed').sort() };
};
/** As a brought message: without the sender that no notice has. */
const byUs = async ({ body }: ByFlufl): Promise<Told> => {
  const notice = noticeIn(await readMail(Buffer.from(body, 'base64')), '');
  return told(notice.kind === 'failures' ? notice.failures : []);
};
const kind = ({ delayed, failed }: Told): string => `${delayed.length > 0} ${failed.length > 0}`;

export const bounces: Figure = {
  name: 'bounces',
  needs: [],
  modules: ['flufl.bounce'],
  async measure(tell) {
    const notices = askPython(join(import.meta.dirname, 'by-flufl.py'), null) as readonly ByFlufl[];
    let [address, outcome, understood, byFlufl] = [0, 0, 0, 0];
    for (const notice of notices) {
      const ours = await byUs(notice);
      const isSame = JSON.stringify(ours) === JSON.stringify({ delayed: notice.delayed, failed: notice.failed });
      address += isSame ? 1 : 0;
      outcome += kind(ours) === kind(notice) ? 1 : 0;
      understood += kind(ours) === 'false false' ? 0 : 1;
      byFlufl += kind(notice) === 'false false' ? 0 : 1;
      if (!isSame)
        tell(`${notice.name}: ${JSON.stringify(ours)} instead of ${JSON.stringify([notice.delayed, notice.failed])}`);
    }
    const unit = `notices of ${notices.length}`;
    const measured = (name: string, figure: number, peer: number | null, ratio: number, conditions = {}) => ({
      ...{ name, figure, unit, ceiling: notices.length, peer, ratio: Number(ratio.toFixed(4)), conditions },
    });
    return [
      measured('bounces', understood, byFlufl, understood / notices.length, {
        'what counts': 'that it is a failure of delivery, for good or for now',
        peer: 'flufl.bounce of Debian, which these notices are shipped with',
      }),
      measured('bounces, whom', address, null, address / notices.length, {
        'what counts': 'the same addresses as flufl.bounce, each for good or for now',
        'without it': 'the address that it comes back to names the letter',
      }),
      measured('bounces, for good or for now', outcome, null, outcome / notices.length, {
        'what counts': 'the same as flufl.bounce says, none where it says nothing',
      }),
    ];
  },
};
