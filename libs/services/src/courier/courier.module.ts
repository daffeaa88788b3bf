import { Module } from '@nestjs/common';
import { letterKinds, LetterKinds } from './kinds/letter-kinds.js';
import { Editions } from './kinds/editions.js';
import { PersonalLinks } from './kinds/personal-links.js';
import { RenderedLetters } from './kinds/rendered-letters.js';
import { planningParts } from './planning/planning-parts.js';
import { AskingAgain } from './asking-again.js';
import { Completing } from './completing.js';
import { Composer } from './composer.js';
import { Confirmations } from './confirmations.js';
import { Courier } from './courier.js';
import { Deliveries } from './deliveries.js';
import { Delivering } from './delivering.js';
import { Foreseeing } from './foreseeing.js';
import { Approving } from '../correspondence/approving.js';
import { ExternalListsModule } from '../external-lists/external-lists.module.js';
import { MaySend } from '../postmaster/may-send.js';
import { LedgerKeeper } from './ledger-keeper.js';
import { LettersToGo } from './letters-to-go.js';
import { LetterLog } from './letter-log.js';
import { LetterSender } from './letter-sender.js';
import { Lookout } from './lookout.js';
import { CourierOrders } from './orders.js';
import { OthersInHand } from './others-in-hand.js';
import { Receivers } from './receivers.js';
import { Retries } from './retries.js';
import { ReturnPaths } from './return-paths.js';
import { Seats } from './seats.js';
import { Shares } from './shares.js';
import { Sharing } from './sharing.js';
import { Unsettled } from './unsettled.js';

/** Sends letters, and records each before and after. */
@Module({
  imports: [ExternalListsModule],
  providers: [
    PersonalLinks,
    Editions,
    RenderedLetters,
    ...planningParts,
    ...letterKinds,
    LetterKinds,
    LedgerKeeper,
    Seats,
    Shares,
    Receivers,
    ReturnPaths,
    LetterLog,
    LetterSender,
    MaySend,
    Unsettled,
    Completing,
    Sharing,
    Confirmations,
    LettersToGo,
    OthersInHand,
    Deliveries,
    Retries,
    AskingAgain,
    Lookout,
    Courier,
    Foreseeing,
    Approving,
    Composer,
    CourierOrders,
    Delivering,
  ],
  exports: [Approving, Courier, Composer, Delivering, Sharing],
})
export class CourierModule {}
