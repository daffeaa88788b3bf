import type { Change } from '@relais/read-models';
import { placeInWords, type Language, type Place, type When } from '@relais/vocabulary';
import { Moment } from '../../components/gathering-list.js';
import { pathOf, safeHref } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';

export type ToldMember = Change['member'] | 'link' | 'published';

/** What a member of a page was or is, in words. */
const Value = ({ member, value, language }: { member: ToldMember; value: unknown; language: Language }) => {
  const words = messages[language];
  if (value === undefined) return <>{member === 'withdrawn' ? words.toldStory.yes : words.toldStory.nothing}</>;
  const text = typeof value === 'string' ? value : '';
  switch (member) {
    case 'when':
      return <Moment when={value as When} language={language} />;
    case 'place':
      return <bdi>{placeInWords(value as Place)}</bdi>;
    case 'cancelled':
      return <>{value === true ? words.saysCancelled : words.saysOn}</>;
    case 'withdrawn':
      return <>{words.toldStory.no}</>;
    case 'mergedInto':
      return <a href={pathOf(`/rencontres/${text}`, language)}>{words.toldStory.other}</a>;
    case 'summary':
      // Sanitised at the way in, as on the page itself; here as text, so that it stands on one line with what it was.
      return <bdi>{plain(text)}</bdi>;
    case 'link': {
      const href = safeHref(text);
      return href ? (
        <a href={href} rel="nofollow ugc noopener">
          {href}
        </a>
      ) : (
        <bdi>{text}</bdi>
      );
    }
    case 'title':
    case 'published':
      return <bdi>{text}</bdi>;
  }
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The text of sanitised markup. */
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/gu, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** A member of a page, before and after. */
export const ToldChange = ({
  member,
  before,
  after,
  language,
}: {
  member: ToldMember;
  before: unknown;
  after: unknown;
  language: Language;
}) => {
  const words = messages[language].toldStory;
  const isBoth = before !== undefined || member === 'withdrawn';
  return (
    <>
      <dt>{words.members[member]}</dt>
      <dd>
        {isBoth && (
          <del>
            <span class="unseen">{words.before} </span>
            <Value member={member} value={before} language={language} />
          </del>
        )}
        <ins>
          <span class="unseen">{words.after} </span>
          <Value member={member} value={after} language={language} />
        </ins>
      </dd>
    </>
  );
};
