import { Module } from '@nestjs/common';
import { letterKinds, LetterKinds } from './kinds/letter-kinds.js';
import { Editions } from './kinds/editions.js';
import { PersonalLinks } from './kinds/personal-links.js';
import { RenderedLetters } from './kinds/rendered-letters.js';
import { planningParts } from './planning/planning-parts.js';
import { AskingAgain } from './sending/asking-again.js';
import { Completing } from './sending/completing.js';
import { Composer } from './composer.js';
import { Confirmations } from './sending/confirmations.js';
import { Courier } from './courier.js';
import { Deliveries } from './sending/deliveries.js';
import { Delivering } from './delivering.js';
import { Foreseeing } from './foreseeing.js';
import { Approving } from '../correspondence/approving.js';
import { ExternalListsModule } from '../external-lists/external-lists.module.js';
import { MaySend } from '../postmaster/may-send.js';
import { LedgerKeeper } from './ledger/ledger-keeper.js';
import { LettersToGo } from './sending/letters-to-go.js';
import { LetterLog } from './sending/letter-log.js';
import { LetterSender } from './sending/letter-sender.js';
import { Lookout } from './sending/lookout.js';
import { CourierOrders } from './orders.js';
import { OthersInHand } from './sending/others-in-hand.js';
import { Receivers } from './sending/receivers.js';
import { Retries } from './sending/retries.js';
import { ReturnPaths } from './sending/return-paths.js';
import { Seats } from './sending/seats.js';
import { Shares } from './sending/shares.js';
import { Sharing } from './sharing.js';
import { Unsettled } from './sending/unsettled.js';

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
