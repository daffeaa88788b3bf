import { Module } from '@nestjs/common';
import { Asking } from './asking.js';
import { Consents } from './consents.js';
import { Subscriptions } from './subscriptions.js';
import { WantedLetters } from './wanted-letters.js';

/** What persons can do about their own subscriptions, wherever they do it: a page, a letter, an answer by mail. */
@Module({
  providers: [Asking, Consents, Subscriptions, WantedLetters],
  exports: [Consents, Subscriptions, WantedLetters],
})
export class SubscriptionsModule {}
