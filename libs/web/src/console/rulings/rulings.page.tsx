import type { PageResponse } from '../../page.js';
import { consolePage, type ConsoleRequest } from '../frame.js';
import { caseAddress } from './addresses.js';
import { AskForm } from './ask-form.js';
import { Case } from './case.js';
import { Said } from './outcome.js';
import { RulingList } from './ruling-list.js';
import type { RulingsSeen } from './seen.js';
import { ToCheck } from './to-check.js';
import { rulingsWords } from './words.js';

/** Whether gatherings are the same or not: what to look at, the rulings that were made, and a way to make and undo one. */
export const rulingsPage = (request: ConsoleRequest, seen: RulingsSeen): PageResponse => {
  const { language } = request;
  const words = rulingsWords[language];
  const isWrong = seen.errors !== undefined || seen.refused !== undefined;
  return consolePage(request, {
    title: words.title,
    status: seen.refused?.type === 'nobody-collects' ? 503 : isWrong ? 400 : 200,
    address: caseAddress(seen.values),
    body: (
      <>
        <p class="lead">{words.lead}</p>
        <Said request={request} seen={seen} />
        {seen.case && <Case request={request} seen={seen} of={seen.case} />}
        <h2>{words.askTitle}</h2>
        <AskForm request={request} seen={seen} />
        {!seen.case && <ToCheck request={request} rulings={seen.rulings} />}
        <RulingList request={request} rulings={seen.rulings} />
      </>
    ),
  });
};
