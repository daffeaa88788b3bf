import { Global, Module } from '@nestjs/common';
import { Destruction } from './destruction.js';
import { Erasing } from './erasing.js';
import { LettersUnderWay } from './letters-under-way.js';

/** Forgets persons: on hand for whoever sends them letters. */
@Global()
@Module({ providers: [LettersUnderWay, Destruction, Erasing], exports: [LettersUnderWay, Erasing] })
export class ErasingModule {}
