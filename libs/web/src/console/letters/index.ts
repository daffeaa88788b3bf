export { issueConsolePage, noIssuePage } from './issue.page.js';
export { lettersConsolePage } from './letters.page.js';
export type {
  Advice,
  CanarySeen,
  ExternalListSeen,
  ImportSeen as LettersImportSeen,
  IssueLine,
  IssueSeen,
  IssueState,
  LettersSeen,
  ListSeen,
  OutcomesSeen,
  RulingOutcome,
} from './seen.js';
