import { Module } from '@nestjs/common';
import { ExternalListsModule } from '../external-lists/external-lists.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { Answers } from './answering/answers.js';
import { answeringParts } from './answering/answering-parts.js';
import { ReturnMailbox } from './mailbox/return-mailbox.js';
import { ReturnedLetters } from './returned-letters.js';
import { Returns } from './returns.js';
import { Tally } from './tally.js';

/** Takes what comes back by mail, and answers. */
@Module({
  imports: [SubscriptionsModule, ExternalListsModule],
  providers: [Tally, ...answeringParts, ReturnedLetters, Returns, ReturnMailbox],
  exports: [Answers, Returns, ReturnMailbox],
})
export class ReturnsModule {}
