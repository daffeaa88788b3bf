import type { Provider, Type } from '@nestjs/common';
import { ModerationDesk } from '../../moderation/moderation-desk.js';
import { CaughtUp } from './caught-up.js';
import { RulingBook } from './rulings/ruling-book.js';
import { RulingRoom } from './rulings/ruling-room.js';
import { RulingsController } from './rulings/rulings.controller.js';
import { ImportController } from './sources/import.controller.js';
import { OpmlImport } from './sources/opml-import.js';
import { RemovalController } from './sources/removal.controller.js';
import { SourceDesk } from './sources/source-desk.js';
import { SourcesConsoleController } from './sources/sources.controller.js';

/** What the console leads to, beside its door and its overview. */
export const consoleControllers: readonly Type[] = [
  SourcesConsoleController,
  ImportController,
  RemovalController,
  RulingsController,
];

/** What they stand on. */
export const consoleProviders: readonly Provider[] = [
  CaughtUp,
  ModerationDesk,
  RulingBook,
  RulingRoom,
  SourceDesk,
  OpmlImport,
];
