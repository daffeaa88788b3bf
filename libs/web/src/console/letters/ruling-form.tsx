import type { IssueId, Language } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { LongField } from '../fields.js';
import { issueAddress } from './addresses.js';
import type { RulingOutcome } from './seen.js';
import { lettersWords } from './words.js';

type Shown = Readonly<{ issue: IssueId; note: string; outcome: RulingOutcome | undefined; language: Language }>;

/** Lets an issue go, or not, and then why. Two forms, so that a key pressed in the note lets nothing go. */
export const RulingForm = ({ issue, note, outcome, language }: Shown) => {
  const words = lettersWords[language];
  const error =
    outcome === 'note-missing' ? words.noteMissing : outcome === 'note-too-long' ? words.noteTooLong : undefined;
  const action = pathOf(issueAddress(issue), language);
  return (
    <section class="card">
      <h2>{words.decide}</h2>
      <form method="post" action={action}>
        <input type="hidden" name="etape" value="approuver" />
        <button>{words.approve}</button>
      </form>
      <form class="fields" method="post" action={action} noValidate style="margin-top:1.4rem">
        <input type="hidden" name="etape" value="rejeter" />
        <LongField name="note" label={words.note} value={note} rows={3} hint={words.noteHint} error={error} />
        <div>
          <button>{words.reject}</button>
        </div>
      </form>
    </section>
  );
};
