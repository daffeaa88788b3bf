import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { answerPage, pages } from '@relais/web';
import { AddingModule } from '../adding/adding.module.js';
import { IntakeModule } from '../intake/intake.module.js';
import { NotaryModule } from '../notary/notary.module.js';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.js';
import { AsOfGuard } from './as-of/as-of.guard.js';
import { Past } from './as-of/past.js';
import { Standpoint } from './as-of/standpoint.js';
import { StoryController } from './as-of/story.controller.js';
import { Admissions } from './console/admissions.js';
import { consoleControllers, consoleProviders } from './console/console-parts.js';
import { ConsoleView } from './console/console-view.js';
import { OverviewController } from './console/overview.controller.js';
import { SignInController } from './console/sign-in.controller.js';
import { Explaining } from '../correspondence/why/explaining.js';
import { WhyController } from './why.controller.js';
import { AnswerController } from './answer.controller.js';
import { AnnounceController } from './announce.controller.js';
import { DocumentView } from './document-view.js';
import { FaultFilter } from './fault.filter.js';
import { FeedsController } from './feeds.controller.js';
import { GatheringController } from './gathering.controller.js';
import { HealthController } from './health.controller.js';
import { JournalController } from './journal.controller.js';
import { controllerOf } from './page-controllers.js';
import { LettersController } from './letters.controller.js';
import { LettersShown } from './letters-shown.js';
import { OwnDataController } from './own-data.controller.js';
import { PageView } from './page-view.js';
import { ShownGuard } from './shown.guard.js';
import { StyleController } from './style.controller.js';
import { SubscriptionController } from './subscription.controller.js';
import { TokenActs, tokenActs } from './token-acts.js';
import { controllerOfAct } from './token-controllers.js';
import { WebhookRoute } from './webhook-route.js';

const byToken = new Set([...tokenActs.map(({ page }) => page), answerPage]);

/** Shows the read models to people and to machines, and takes their wishes. */
@Module({
  imports: [AddingModule, IntakeModule, NotaryModule, SubscriptionsModule],
  controllers: [
    HealthController,
    StyleController,
    FeedsController,
    GatheringController,
    LettersController,
    StoryController,
    JournalController,
    SubscriptionController,
    OwnDataController,
    AnnounceController,
    AnswerController,
    WhyController,
    SignInController,
    OverviewController,
    ...consoleControllers,
    ...tokenActs.map(controllerOfAct),
    ...pages.filter((page) => !byToken.has(page)).map(controllerOf),
  ],
  providers: [
    Standpoint,
    Past,
    PageView,
    DocumentView,
    Admissions,
    ConsoleView,
    ...consoleProviders,
    Explaining,
    LettersShown,
    TokenActs,
    WebhookRoute,
    { provide: APP_FILTER, useClass: FaultFilter },
    { provide: APP_GUARD, useClass: ShownGuard },
    { provide: APP_GUARD, useClass: AsOfGuard },
  ],
})
export class PortalModule {}
