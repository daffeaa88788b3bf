import { Module } from '@nestjs/common';
import { Notary } from './notary.js';

/** Fixes the log by signed checkpoints. */
@Module({ providers: [Notary], exports: [Notary] })
export class NotaryModule {}
