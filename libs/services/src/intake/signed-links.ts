import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { WayIn } from '@relais/configuration';
import { Keys } from '@relais/transport';
import { inSmallLetters, type SourceId } from '@relais/vocabulary';
import { Deployment, type DeployedIntake } from '../wiring/deployment.js';

/** 80 bits: each guess is a conversation of its own with our server. */
const mailBytes = 10;

/** Where announcements for a source can be sent: whoever has such a link may speak for it. */
export type IntakeLinks = Readonly<{ webhook?: string; form?: string; mail?: string }>;

/** Secret addresses of sources: the source and a signature under the hub's master key, so that nothing need be kept. */
@Injectable()
export class SignedLinks {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  linksOf(intake: DeployedIntake): IntakeLinks {
    const { publicUrl, intakeAddress } = this.deployment.settings;
    const { source } = intake.description;
    const has = (way: WayIn): boolean => intake.receives.includes(way);
    const [name, domain] = intakeAddress.split('@');
    return {
      ...(has('webhook') && { webhook: `${publicUrl}/webhooks/${source}/${this.#signature(intake, 'webhook')}` }),
      ...(has('form') && { form: `${publicUrl}/annoncer/${source}/${this.#signature(intake, 'form')}` }),
      ...(has('mail') && { mail: `${name}+${source}.${this.#signature(intake, 'mail')}@${domain}` }),
    };
  }

  /** The source that a link was made for; undefined for a link that nobody here made, or that is good no more. */
  intakeOf(way: WayIn, source: string, signature: string): DeployedIntake | undefined {
    const intake = this.deployment.intake(source as SourceId);
    if (!intake?.receives.includes(way)) return undefined;
    const [given, right] = [signature, this.#signature(intake, way)].map((text) => Buffer.from(text));
    return given && right && given.length === right.length && timingSafeEqual(given, right) ? intake : undefined;
  }

  /** The source that mail to this address is for. */
  mailbox(address: string): DeployedIntake | undefined {
    const [, name, source = '', signature = ''] =
      /^([a-z0-9._-]+)\+([a-z0-9-]{1,64})\.([a-z2-7]{16})@/.exec(address.toLowerCase()) ?? [];
    const own = this.deployment.settings.intakeAddress.split('@')[0]?.toLowerCase();
    return name === own ? this.intakeOf('mail', source, signature) : undefined;
  }

  #signature({ description: { source }, links }: DeployedIntake, way: WayIn): string {
    const signed = links === 1 ? source : `${source} ${links}`;
    const [, signature = ''] = this.keys.token(`intake ${way}`, signed).split('.');
    return way === 'mail' ? inSmallLetters(Buffer.from(signature, 'base64url').subarray(0, mailBytes)) : signature;
  }
}
