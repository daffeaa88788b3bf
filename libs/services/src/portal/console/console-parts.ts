import type { Provider, Type } from '@nestjs/common';
import { ModerationDesk } from '../../moderation/moderation-desk.js';
import { CaughtUp } from './caught-up.js';
import { letterParts } from './letters/letter-parts.js';
import { LettersConsoleController } from './letters/letters.controller.js';
import { ProgressController } from './replay/progress.controller.js';
import { ProjectorLine } from './replay/projector-line.js';
import { ReplayController } from './replay/replay.controller.js';
import { ReplayDesk } from './replay/replay-desk.js';
import { ReplayWatch } from './replay/replay-watch.js';
import { ReplayScriptController } from './replay/script.controller.js';
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
  LettersConsoleController,
  RulingsController,
  ReplayController,
  ProgressController,
  ReplayScriptController,
];

/** What they stand on. */
export const consoleProviders: readonly Provider[] = [
  CaughtUp,
  ModerationDesk,
  ...letterParts,
  RulingBook,
  RulingRoom,
  SourceDesk,
  OpmlImport,
  ProjectorLine,
  ReplayWatch,
  ReplayDesk,
];
