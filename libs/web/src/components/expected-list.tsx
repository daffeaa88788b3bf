import { ruleInWords } from '@relais/rhythm';
import type { AssemblyId, When } from '@relais/vocabulary';
import { messages } from '../i18n/messages.js';
import type { PageRequest } from '../page.js';
import { expectedToCome, type Expected } from './expected.js';
import { Leaf, Moment, Whereabouts } from './gathering-list.js';

const whenOf = ({ occurrence: { starts, ends, zone } }: Expected): When => ({
  ...{ kind: 'timed', starts, zone },
  ...(ends && { ends }),
});

/**
 * What assemblies mean to do and nobody has announced, so many at most, of one or of all: apart from gatherings, marked each,
 * and without a page of its own.
 */
export const ExpectedList = ({
  request,
  most,
  assembly,
  cities,
}: {
  request: PageRequest;
  most: number;
  assembly?: AssemblyId | undefined;
  cities?: ReadonlyMap<string, string> | undefined;
}) => {
  const { language } = request;
  const expected = expectedToCome(request, most, assembly);
  const words = messages[language];
  if (expected.length === 0) return null;
  return (
    <section class="expected" aria-labelledby="attendues">
      <h2 id="attendues">{words.expected}</h2>
      <p class="quiet">{words.expectedText}</p>
      <ul class="meetings">
        {expected.map((one) => {
          const { plan, assembly: city, rhythm } = one.rhythm;
          const days = ruleInWords(plan.rule, language);
          return (
            <li key={`${rhythm} ${one.occurrence.date}`}>
              <Leaf when={whenOf(one)} language={language} />
              <div>
                <h3 dir="auto">{plan.title}</h3>
                <p>
                  <Moment when={whenOf(one)} language={language} /> <span class="mark">{words.expectedMark}</span>
                </p>
                <Whereabouts row={plan} city={cities?.get(city)} />
                {days && <p class="quiet">{days}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
