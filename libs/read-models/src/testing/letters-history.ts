import type { HubEvent } from '@relais/catalogue';
import type { AdminId, GatheringId, ImportId, IssueId, LetterId, ListId } from '@relais/vocabulary';
import { lille, subscription } from './samples.js';

/** What may become of letters and of who has them, beside their way: imports, approval, corrections, returns, copies, answers. */
const fact = { gathering: 'g1' as GatheringId, city: 'Lille', title: 'Communs 10' };
const ofLille = { list: 'info-lille' as ListId, letter: 'letter-1' as LetterId };
const imported = { import: 'i1' as ImportId, list: ofLille.list };
export const broughtIn = (number: number): HubEvent[] => {
  const { consent: _none, ...known } = subscription(number).request;
  const of = { subscription: known.subscription, list: known.list };
  return [
    { type: 'subscription.imported', data: { ...known, import: imported.import, since: '2016-03-01' } },
    { type: 'subscription.ended', data: { ...of, reason: 'import-undone' } },
  ];
};
export const importing: HubEvent[] = [
  { type: 'import.begun', data: { ...imported, format: 'csv', hash: 'ab', by: 'secretariat' as AdminId, asks: null } },
  { type: 'import.completed', data: { ...imported, imported: 1, known: 0, left: 0, refused: 0 } },
  { type: 'import.undone', data: { ...imported, by: 'secretariat' as AdminId, ended: 1 } },
];
const november = { issue: 'info-lille-2026-11' as IssueId, by: 'secretariat' as AdminId };
export const afterwards: HubEvent[] = [
  { type: 'digest.approved', data: november },
  { type: 'digest.rejected', data: { ...november, note: 'une date' } },
  { type: 'digest.failed', data: { issue: november.issue, language: 'nl', detail: 'no word' } },
];
export const corrected: HubEvent = {
  type: 'correction.composed',
  data: {
    ...{ issue: 'correction-g1-57' as IssueId, gathering: fact.gathering, assembly: lille, position: '57' },
    ...{ of: [november.issue], before: fact, after: { ...fact, cancelled: true }, template: 1, hash: 'f00d' },
  },
};
export const cameBack: HubEvent[] = [
  { type: 'letter.bounced', data: { letter: ofLille.letter, status: '5.1.1', permanent: true, notice: '<b@x>' } },
  { type: 'letter.complained', data: { letter: ofLille.letter, notice: '<c@x>' } },
];
const external = { list: 'echanges' as ListId, letter: 'copy-1' as LetterId };
export const copied: HubEvent[] = [
  {
    type: 'letter.intended',
    data: { ...external, subscription: 'external-echanges' as never, purpose: 'copy', issue: november.issue },
  },
  { type: 'letter.handed-over', data: { letter: external.letter, attempt: 1 } },
  { type: 'letter.accepted', data: { letter: external.letter, response: '250 ok' } },
];
export const canaries: HubEvent[] = [
  { type: 'canary.missed', data: { ...external, waited: 3_600 } },
  {
    type: 'canary.arrived',
    data: { ...external, delay: 4_000, dkim: 'pass', aligned: true, listId: null, subject: 'Lettre' },
  },
];
export const coming: HubEvent = {
  type: 'attendance.answered',
  data: { gathering: fact.gathering, person: subscription(1).request.person, answer: 'yes', via: 'page' },
};
