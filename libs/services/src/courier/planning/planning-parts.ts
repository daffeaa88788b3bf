import type { Type } from '@nestjs/common';
import { Corrections } from './corrections.js';
import { Intentions } from './intentions.js';
import { IssueMaker } from './issue-maker.js';
import { IssueShelf } from '../issues/issue-shelf.js';
import { Misled } from './misled.js';
import { Needs } from './needs.js';
import { Notices } from './notices.js';
import { PlanKeeper } from './plan-keeper.js';
import { Planner } from './planner.js';
import { Planning } from './planning.js';
import { Tellings } from './tellings.js';
import { ShownLog } from '../../wiring/shown-log.js';
import { WholeList } from './whole-list.js';

/** What plans letters: who is due when, for which issues, and what has to be told besides. */
export const planningParts: readonly Type[] = [
  PlanKeeper,
  ShownLog,
  IssueShelf,
  IssueMaker,
  Intentions,
  Needs,
  Notices,
  WholeList,
  Planner,
  Tellings,
  Misled,
  Corrections,
  Planning,
];
