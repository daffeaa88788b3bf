import { assemblies, type Diff, type Difference, type MemberChange } from '@relais/read-models';
import type { ConsoleRequest } from '../frame.js';
import { projectionInWords, replayWords } from './words.js';

/** So many cities of a projection, and members of an example, are shown. */
const [mostCities, mostMembers, mostCharacters] = [12, 6, 160];

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
};

/** What somebody knows a row by comes first. */
const tellingFirst = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  Number(other === 'title' || other === 'name') - Number(one === 'title' || one === 'name');

/** The members of a row that is there on one side only. */
const membersOf = ({ kind, changes, before, after }: Difference): readonly MemberChange[] => {
  if (kind === 'changed') return changes ?? [];
  const row = (kind === 'added' ? after : before) as Readonly<Record<string, unknown>>;
  return Object.entries(row)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    .sort(tellingFirst)
    .map(([path, value]) => ({ path, ...(kind === 'added' ? { after: value } : { before: value }) }));
};

const Example = ({ request: { language }, of }: { request: ConsoleRequest; of: Difference }) => {
  const words = replayWords[language];
  const members = membersOf(of);
  const left = members.length - mostMembers;
  return (
    <li>
      <code>
        <bdi>{short(of.key)}</bdi>
      </code>{' '}
      <span class="mark">{words.kinds[of.kind]}</span>
      {of.hidden === 'always' && <span class="quiet"> {words.unseen}</span>}
      <dl>
        {members.slice(0, mostMembers).map((member) => (
          <>
            <dt>
              <code>{member.path}</code>
            </dt>
            <dd>
              {'before' in member && (
                <del>
                  <bdi>{short(member.before)}</bdi>
                </del>
              )}
              {'after' in member && (
                <ins>
                  <bdi>{short(member.after)}</bdi>
                </ins>
              )}
            </dd>
          </>
        ))}
      </dl>
      {left > 0 && <p class="quiet">{words.moreChanges(left)}</p>}
    </li>
  );
};

const OfProjection = ({ request, diff, name }: { request: ConsoleRequest; diff: Diff; name: string }) => {
  const { language, models } = request;
  const words = replayWords[language];
  const size = ({ added, removed, changed }: Diff['counts'][number]): number => added + removed + changed;
  const counts = diff.counts.filter(({ projection }) => projection === name).sort((a, b) => size(b) - size(a));
  const examples = diff.examples.filter(({ projection }) => projection === name);
  const nameOf = (city: string | null): string =>
    city === null ? words.noCity : (models.get(assemblies, city)?.profile.city ?? city);
  return (
    <section>
      <h3>{projectionInWords(name, language)}</h3>
      <ul>
        {counts.slice(0, mostCities).map((count) => (
          <li key={count.city}>
            <bdi>{nameOf(count.city)}</bdi>
            {' : '}
            {words.counts(count)}
          </li>
        ))}
        {counts.length > mostCities && <li>{words.moreCities(counts.length - mostCities)}</li>}
      </ul>
      {examples.length > 0 && (
        <>
          <p class="quiet">{words.examples}</p>
          <ul class="told">
            {examples.map((example) => (
              <Example key={`${example.kind} ${example.key}`} request={request} of={example} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** What two generations have not alike: how much by projection and city, and some of it before and after. */
export const DifferenceShown = ({ request, diff }: { request: ConsoleRequest; diff: Diff }) => {
  const { language } = request;
  const words = replayWords[language];
  const names = [...new Set(diff.counts.map(({ projection }) => projection))];
  const number = new Intl.NumberFormat(language);
  const { before, after, versions } = diff;
  return (
    <>
      {before.position !== after.position && (
        <p class="quiet">
          {words.twoPositions(number.format(BigInt(before.position)), number.format(BigInt(after.position)))}
        </p>
      )}
      {versions.length > 0 && (
        <ul>
          {versions.map((one) => (
            <li key={one.projection}>
              {words.versions(projectionInWords(one.projection, language), one.before, one.after)}
            </li>
          ))}
        </ul>
      )}
      {names.length === 0 && <p class="notice good">{words.nothingDiffers}</p>}
      {names.map((name) => (
        <OfProjection key={name} request={request} diff={diff} name={name} />
      ))}
    </>
  );
};
