import { Inject, Injectable } from '@nestjs/common';
import { announcementReport } from '@relais/sources';
import type { Announcing } from '@relais/web';
import { Deployment, type DeployedIntake } from '../../wiring/deployment.js';
import { Announcements } from '../announcements.js';
import { filledIn, type Values } from './fields.js';
import { Understanding } from './understood.js';
import { valuesOfItem } from './values-of.js';

type Shown = Omit<Announcing, 'source' | 'assembly' | 'own'>;

/** The form behind an organiser's link: what each of its buttons does, and what is shown then. */
@Injectable()
export class AnnouncingForm {
  constructor(
    @Inject(Announcements) private readonly announcements: Announcements,
    @Inject(Understanding) private readonly understanding: Understanding,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  async opened(intake: DeployedIntake): Promise<Announcing> {
    return this.#with(intake, { step: 'paste', values: {} });
  }

  async sent(intake: DeployedIntake, values: Values): Promise<Announcing> {
    return this.#with(intake, await this.#step(intake, values));
  }

  #step(intake: DeployedIntake, values: Values): Promise<Shown> | Shown {
    switch (values['etape']) {
      case 'lire':
        return this.#read(intake, values['colle'] ?? '');
      case 'remplir':
        return { step: 'fields', values: { cle: this.announcements.newKey() } };
      case 'publier':
        return this.#publish(intake, values);
      case 'corriger':
        return this.#correct(intake, values['item']);
      case 'annuler':
        return this.#cancel(intake, values['item']);
      default:
        return { step: 'paste', values };
    }
  }

  async #read(intake: DeployedIntake, pasted: string): Promise<Shown> {
    const understood = await this.understanding.of(intake, pasted);
    if ('error' in understood) return { step: 'paste', values: { colle: pasted }, errors: { colle: understood.error } };
    const { values, doubts } = understood;
    return { step: 'fields', values: { ...values, cle: this.announcements.newKey() }, doubts };
  }

  /** Under the key that the form was given: one that is sent twice announces once. */
  async #publish(intake: DeployedIntake, values: Values): Promise<Shown> {
    const item = this.announcements.keyOf(values['cle']) ?? this.announcements.newKey();
    const filled = filledIn(values, intake.zone);
    if ('errors' in filled) return { step: 'fields', values: { ...values, cle: item }, errors: filled.errors };
    const base = this.deployment.settings.publicUrl;
    const report = announcementReport(item, filled.announced, { zone: intake.zone, base });
    const events = await this.announcements.publish(intake, report);
    return { step: 'paste', values: {}, done: events > 0 ? 'published' : 'unchanged' };
  }

  async #correct(intake: DeployedIntake, item: string | undefined): Promise<Shown> {
    const found = await this.announcements.find(intake, item);
    if (found === undefined) return { step: 'paste', values: {}, done: 'not-found' };
    return { step: 'fields', values: { ...valuesOfItem(found.fields, intake.zone), cle: found.item } };
  }

  async #cancel(intake: DeployedIntake, item: string | undefined): Promise<Shown> {
    const isCancelled = await this.announcements.cancel(intake, item);
    return { step: 'paste', values: {}, done: isCancelled ? 'cancelled' : 'not-found' };
  }

  async #with(intake: DeployedIntake, shown: Shown): Promise<Announcing> {
    const own = (await this.announcements.toCome(intake))
      .slice(0, 100)
      .map(({ item, fields: { title, when, status } }) => ({
        ...{ item, title, cancelled: status === 'cancelled' },
        ...(when && { when }),
      }));
    const assembly = this.deployment.assembly(intake.assembly).profile.name;
    return { ...shown, source: intake.description.title, assembly, own };
  }
}
