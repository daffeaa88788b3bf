import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Instant, Language } from '@relais/vocabulary';
import type { TellableIssue } from '../telling/issue.js';
import { layoutOf, paper, settings } from './layout.js';
import { noticeOf, type Block } from './notice-blocks.js';

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');
const files = { title: 'DejaVuSerif-Bold.ttf', text: 'DejaVuSans.ttf', strong: 'DejaVuSans-Bold.ttf' } as const;
const width = paper.width - 2 * paper.margin;

/** `composedAt`: when it says that it was made. */
export type Posted = TellableIssue & Readonly<{ composedAt: Instant }>;

type Document = PDFKit.PDFDocument;

const opened = (title: string, language: Language, at: Date): Document => {
  const document = new PDFDocument({
    ...{ size: 'A4', margin: paper.margin, autoFirstPage: false, pdfVersion: '1.7' },
    // Its types do not know yet that it can: ISO 14289, what a tagged document promises to readers.
    ...({ subset: 'PDF/UA' } as object),
    ...{ tagged: true, lang: language, displayTitle: true, font: join(fonts, files.text) },
    info: { Title: title, Producer: 'Relais', Creator: 'Relais', CreationDate: at, ModDate: at },
  });
  for (const [name, file] of Object.entries(files)) document.registerFont(name, join(fonts, file));
  return document;
};

const set = (document: Document, { kind }: Block, scale: number): Document =>
  document.font(settings[kind].font).fontSize(settings[kind].size * scale);

/** What of a block is structure: what is no heading is a paragraph. */
const tagOf = ({ kind }: Block): string => (/^H\d$/u.test(kind) ? kind : 'P');

const drawn = (document: Document, block: Block, scale: number): void => {
  set(document, block, scale)
    .fillColor('#000000')
    .text(block.text, paper.margin, document.y, {
      width,
      ...(block.off && { strike: true }),
      ...(block.link && { link: block.link, underline: block.kind === 'foot' }),
    });
};

/**
 * An issue as A4 pages for a notice board: black on white, tagged for who reads it with a screen reader, the same bytes for
 * the same issue. Facts that find no room on two pages are counted, and the address of the whole is printed.
 */
export const noticePdf = async (issue: Posted, language: Language): Promise<Buffer> => {
  const notice = noticeOf(issue, language);
  const document = opened(notice.title, language, new Date(issue.composedAt));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => void document.on('end', resolve).on('error', reject));
  const { scale, pages } = layoutOf(notice, (block, size) =>
    set(document, block, size).heightOfString(block.text, { width }),
  );
  const root = document.struct('Document');
  document.addStructure(root);
  for (const blocks of pages) {
    document.addPage();
    for (const [index, block] of blocks.entries()) {
      if (index > 0) document.y += settings[block.kind].before * scale;
      const draw = (): void => drawn(document, block, scale);
      const tag = tagOf(block);
      const link = block.link && document.struct('Link', { alt: block.text }, draw);
      root.add(document.struct(tag, {}, link ? [link] : draw));
    }
  }
  root.end();
  document.end();
  await done;
  return Buffer.concat(chunks);
};
