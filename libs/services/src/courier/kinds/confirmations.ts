import { Inject, Injectable } from '@nestjs/common';
import { answerHeaders, confirmationLetter } from '@relais/digests';
import { Deployment } from '../../wiring/deployment.js';
import type { OpenLetter, Subscriber } from '../ledger.js';
import { LetterKind, type Written } from './letter-kind.js';
import { PersonalLinks } from './personal-links.js';

/** Asks whoever asked for a list whether it was them. */
@Injectable()
export class ConfirmationKind extends LetterKind {
  readonly purpose = 'confirmation';

  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(PersonalLinks) private readonly links: PersonalLinks,
  ) {
    super();
  }

  async write({ at }: OpenLetter, { subscription, list: id, language }: Subscriber): Promise<Written> {
    const { name: listName, assembly } = this.deployment.list(id);
    const assemblyName = this.deployment.assembly(assembly).profile.name;
    return {
      key: `confirmation ${id} ${language}`,
      template: () => confirmationLetter({ listName, assemblyName, language }),
      slots: { confirm: this.links.confirm(subscription) },
      headers: answerHeaders(),
      date: at,
    };
  }
}
