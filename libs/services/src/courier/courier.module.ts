import { Module } from '@nestjs/common';
import { letterKinds, LetterKinds } from './kinds/letter-kinds.js';
import { PersonalLinks } from './kinds/personal-links.js';
import { Composer } from './composer.js';
import { Confirmations } from './confirmations.js';
import { Courier } from './courier.js';
import { Deliveries } from './deliveries.js';
import { Delivering } from './delivering.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LetterSender } from './letter-sender.js';
import { Retries } from './retries.js';

/** Sends letters, and records each before and after. */
@Module({
  providers: [
    PersonalLinks,
    ...letterKinds,
    LetterKinds,
    LedgerKeeper,
    LetterSender,
    Confirmations,
    Deliveries,
    Retries,
    Courier,
    Composer,
    Delivering,
  ],
  exports: [Courier, Composer, Delivering],
})
export class CourierModule {}
