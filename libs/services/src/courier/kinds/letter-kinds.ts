import { Inject, Injectable, type Type } from '@nestjs/common';
import type { Purpose } from '@relais/digest';
import { ConfirmationKind } from './confirmations.js';
import { CopyKind } from './copies.js';
import { CorrectionKind } from './corrections.js';
import { DigestKind } from './digests.js';
import type { LetterKind } from './letter-kind.js';
import { ReminderKind } from './reminders.js';

/** Every kind of letter; a new one is named here and in the constructor below. */
export const letterKinds: readonly Type<LetterKind>[] = [
  ...[ConfirmationKind, DigestKind, CorrectionKind, ReminderKind, CopyKind],
];

/** Who writes letters of a purpose. */
@Injectable()
export class LetterKinds {
  readonly #all: readonly LetterKind[];

  constructor(
    @Inject(ConfirmationKind) confirmations: ConfirmationKind,
    @Inject(DigestKind) digests: DigestKind,
    @Inject(CorrectionKind) corrections: CorrectionKind,
    @Inject(ReminderKind) reminders: ReminderKind,
    @Inject(CopyKind) copies: CopyKind,
  ) {
    this.#all = [confirmations, digests, corrections, reminders, copies];
  }

  /** Throws for a purpose that nobody here writes: a newer Relais intended it. */
  of(purpose: Purpose): LetterKind {
    const kind = this.#all.find((one) => one.purpose === purpose);
    if (kind === undefined) throw new Error(`no letter of the purpose «${purpose}» can be written by this version`);
    return kind;
  }
}
