import { Answers } from './answers.js';
import { MailAnswers } from './mail-answers.js';
import { MeantGathering } from './meant-gathering.js';

/** What takes answers, by whatever way they come. */
export const answeringParts = [Answers, MeantGathering, MailAnswers];
