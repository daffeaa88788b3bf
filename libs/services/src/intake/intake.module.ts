import { Module } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { AnnouncingForm } from './form/announcing-form.js';
import { Understanding } from './form/understood.js';
import { Intake } from './intake.js';
import { MailIntake } from './mail/mail-intake.js';
import { Letters } from './mail/letters.js';
import { SignedLinks } from './signed-links.js';

/** Takes what comes in without being fetched: by webhook, by the form of organisers, by mail. */
@Module({
  providers: [SignedLinks, Intake, Announcements, Understanding, AnnouncingForm, Letters, MailIntake],
  exports: [SignedLinks, Intake, AnnouncingForm, MailIntake],
})
export class IntakeModule {}
