import { parseFragment, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode;

/** What somebody reads of a letter's part, without any space, and the addresses that they can go to from it. */
export type Read = Readonly<{ words: string; links: readonly string[] }>;

const attribute = (node: Node, name: string): string | undefined =>
  'attrs' in node ? node.attrs.find((one) => one.name === name)?.value : undefined;

const isHidden = (node: Node): boolean =>
  ['style', 'title', 'head', '#comment'].includes(node.nodeName) ||
  /display:\s*none/.test(attribute(node, 'style') ?? '');

/** The words of elements one after another; `acts` are left out, which text says otherwise. */
const wordsIn = (node: Node): string => {
  if (isHidden(node) || attribute(node, 'class') === 'acts') return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(wordsIn).join(' ') : '';
};

const linksIn = (node: Node): string[] => [
  ...(node.nodeName === 'a' ? [attribute(node, 'href') ?? ''] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(linksIn) : []),
];

/** Punctuation that only sets words in text is left out of both, and so is the space there is between words. */
const bare = (text: string): string => text.replace(/\s|\u200c|\u034f|[·:{]/gu, '');

/** Which answer a link is for is said in HTML alone. */
const anyAnswer = (link: string): string => link.replace(/reponse=[a-z-]+&/u, '');

export const readInHtml = (html: string): Read => {
  const tree = html.startsWith('<!doctype') ? parse(html) : parseFragment(html);
  return { words: bare(wordsIn(tree)), links: [...new Set(linksIn(tree).map(anyAnswer))] };
};

const actLabels =
  /^ {2}(Ajouter à mon agenda|Add to my calendar|In mijn agenda zetten|Dire si je viens|Say whether I come|Zeggen of ik kom)\u00a0?:\s+(?=https?:)/gmu;

export const readInText = (text: string): Read => {
  const lines = text.replace(actLabels, '  ').split('\n');
  const links = lines.flatMap((line) => /^\s*(https?:\/\/\S+)$/u.exec(line)?.[1] ?? []);
  const said = lines.filter(
    (line, index) =>
      !/^\s*https?:\/\/\S+$/u.test(line) &&
      line !== '-- ' &&
      // What underlines a title is as long as it.
      !(/^(=+|-+)$/u.test(line) && index > 0 && (lines[index - 1] ?? '').length > 0 && lines[index + 1] === ''),
  );
  return { words: bare(said.map((line) => line.replace(/^\* /u, '')).join(' ')), links: [...new Set(links)] };
};
