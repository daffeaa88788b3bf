import type { Provider } from '@nestjs/common';
import { Approving } from '../../../correspondence/approving.js';
import { IssueBook } from '../../../correspondence/issue-book.js';
import { KnownImports } from '../../../subscribers/known-imports.js';
import { Copies } from './copies.js';
import { ExternalDesk } from './external-desk.js';
import { LetterDesk } from './letter-desk.js';
import { Outcomes } from './outcomes.js';

/** What the letters in the console stand on. */
export const letterParts: readonly Provider[] = [
  Approving,
  IssueBook,
  KnownImports,
  Outcomes,
  Copies,
  ExternalDesk,
  LetterDesk,
];
