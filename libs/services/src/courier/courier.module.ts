import { Module } from '@nestjs/common';
import { Composer } from './composer.js';
import { Courier } from './courier.js';
import { Delivering } from './delivering.js';
import { LetterSender } from './letter-sender.js';

/** Sends letters, and records each before and after. */
@Module({ providers: [LetterSender, Courier, Composer, Delivering], exports: [Composer, Delivering] })
export class CourierModule {}
