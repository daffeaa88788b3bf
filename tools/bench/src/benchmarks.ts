import type { Benchmark } from './benchmark.ts';
import { append1 } from './benchmarks/append-1.ts';
import { append100 } from './benchmarks/append-100.ts';
import { append50Writers } from './benchmarks/append-50-writers.ts';
import { appendBesideReplay } from './benchmarks/append-beside-replay.ts';
import { asOf } from './benchmarks/as-of.ts';
import { composing } from './benchmarks/composing.ts';
import { diff } from './benchmarks/diff.ts';
import { feedServing } from './benchmarks/feed-serving.ts';
import { kills } from './benchmarks/kills.ts';
import { lettersMemory } from './benchmarks/letters-memory.ts';
import { lettersPostfix } from './benchmarks/letters-postfix.ts';
import { letters172 } from './benchmarks/letters-172.ts';
import { lettersKills } from './benchmarks/letters-kills.ts';
import { letters } from './benchmarks/letters.ts';
import { pageServing } from './benchmarks/page-serving.ts';
import { replayAll } from './benchmarks/replay-all.ts';
import { replayMemory } from './benchmarks/replay-memory.ts';
import { replay } from './benchmarks/replay.ts';
import { requestsBesideReplay } from './benchmarks/requests-beside-replay.ts';
import { sources10000 } from './benchmarks/sources-10000.ts';
import { verify } from './benchmarks/verify.ts';
import { swap } from './benchmarks/swap.ts';
import { visible } from './benchmarks/visible.ts';
import { visibleAcross } from './benchmarks/visible-across.ts';

/** Every benchmark, along the way of the data. A new one: its file, and one line here. */
export const benchmarks: readonly Benchmark[] = [
  append1,
  append50Writers,
  append100,
  replay,
  replayAll,
  replayMemory,
  appendBesideReplay,
  requestsBesideReplay,
  swap,
  diff,
  verify,
  kills,
  asOf,
  visible,
  visibleAcross,
  feedServing,
  pageServing,
  composing,
  letters,
  letters172,
  lettersKills,
  lettersMemory,
  lettersPostfix,
  sources10000,
];
