import { Module } from '@nestjs/common';
import { ReturnsModule } from '../returns/returns.module.js';
import { Announcements } from './announcements.js';
import { AnnouncingForm } from './form/announcing-form.js';
import { Understanding } from './form/understood.js';
import { Intake } from './intake.js';
import { MailIntake } from './mail/mail-intake.js';
import { Letters } from './mail/letters.js';
import { SignedLinks } from './signed-links.js';

/** Takes what comes in without being fetched: by webhook, by the form of organisers, by mail. */
@Module({
  imports: [ReturnsModule],
  providers: [SignedLinks, Intake, Announcements, Understanding, AnnouncingForm, Letters, MailIntake],
  exports: [ReturnsModule, SignedLinks, Intake, AnnouncingForm, MailIntake],
})
export class IntakeModule {}
