import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionId } from '@relais/vocabulary';
import { ownWords } from '../../intake/mail/own-words.js';
import type { Mail } from '../reading/mail.js';
import { answerInWords } from './answer-in-words.js';
import { Answers } from './answers.js';
import { calendarReply } from './calendar-reply.js';
import { MeantGathering } from './meant-gathering.js';

/** Answers by mail: in words, or by a calendar program. */
@Injectable()
export class MailAnswers {
  constructor(
    @Inject(Answers) private readonly answers: Answers,
    @Inject(MeantGathering) private readonly meant: MeantGathering,
  ) {}

  /** Resolves to whether it was clear; what is not is recorded nowhere. */
  async take(subscription: SubscriptionId, mail: Mail): Promise<boolean> {
    const calendars = mail.parts.filter(({ type }) => type === 'text/calendar' || type === 'application/ics');
    const replies = calendars.flatMap(({ text }) => calendarReply(text) ?? []);
    const [reply] = replies;
    if (reply !== undefined) {
      const gathering = reply.uid.replace(/@.*$/, '');
      return this.answers.record(subscription, gathering, reply.answer, 'mail');
    }
    const { email, text } = mail;
    const own = ownWords(email, { isForwarded: false });
    const answer = answerInWords(own);
    const answers = `${email.inReplyTo ?? ''} ${email.references ?? ''}`.match(/<[^<>\s]{1,500}>/g) ?? [];
    if (answer === undefined) return false;
    const gathering = this.meant.of(subscription, { subject: email.subject ?? '', own, whole: text, answers });
    return gathering !== undefined && this.answers.record(subscription, gathering, answer, 'mail');
  }
}
