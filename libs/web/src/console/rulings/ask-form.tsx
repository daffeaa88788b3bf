import { TextField } from '../fields.js';
import type { ConsoleRequest } from '../frame.js';
import { rulingsPath } from './addresses.js';
import type { AskedProblem, RulingsSeen } from './seen.js';
import { rulingsWords } from './words.js';

/** Names two gatherings: by GET, so that a comparison has an address. */
export const AskForm = ({
  request: { language },
  seen: { values, errors },
}: {
  request: ConsoleRequest;
  seen: RulingsSeen;
}) => {
  const words = rulingsWords[language];
  const said = (problem: AskedProblem | undefined) => problem && words.problems[problem];
  return (
    <form class="fields" action={rulingsPath} noValidate>
      {language !== 'fr' && <input type="hidden" name="lang" value={language} />}
      <TextField
        name="une"
        label={words.one}
        value={values.une}
        hint={words.addressHint}
        error={said(errors?.une)}
        required
      />
      <TextField name="autre" label={words.other} value={values.autre} error={said(errors?.autre)} required />
      <div>
        <button>{words.compare}</button>
      </div>
    </form>
  );
};
