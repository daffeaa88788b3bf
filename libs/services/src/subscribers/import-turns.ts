import { Injectable } from '@nestjs/common';
import { OneAtATime } from '../wiring/one-at-a-time.js';

/** One import, or its undoing, at a time. */
@Injectable()
export class ImportTurns extends OneAtATime {}
