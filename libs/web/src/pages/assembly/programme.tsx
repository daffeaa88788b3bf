import type { AssemblyRow } from '@relais/read-models';
import { ExpectedList } from '../../components/expected-list.js';
import { GatheringList } from '../../components/gathering-list.js';
import { NextGathering } from '../../components/next-gathering.js';
import { NoGathering } from '../../components/no-gathering.js';
import { nextGatherings, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { PageRequest } from '../../page.js';

/** What an assembly has announced, the next gathering first, and what it means to do after that. */
export const Programme = ({ request, row }: { request: PageRequest; row: AssemblyRow }) => {
  const { language } = request;
  const today = todayIn(request, row);
  const [next, ...later] = nextGatherings(request, today, 8, row.assembly);
  return (
    <>
      {next ? (
        <NextGathering row={next} language={language} today={today} />
      ) : (
        <NoGathering row={row} language={language} />
      )}
      {later.length > 0 && (
        <>
          <h2>{messages[language].then}</h2>
          <GatheringList rows={later} language={language} today={today} />
        </>
      )}
      <ExpectedList request={request} most={3} assembly={row.assembly} />
    </>
  );
};
