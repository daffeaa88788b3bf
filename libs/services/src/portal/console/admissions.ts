import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { admissionLetter, answerHeaders, filled } from '@relais/digests';
import { Keys, Mailer } from '@relais/transport';
import { Clock, type AdminId, type Language } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';
import { AdmissionLinks, linkHolds, minute, sessionHolds } from './admission-links.js';

/** An admin is not sent links more often than this, whoever asks. */
const between = minute;

/** In an admin's cookie, and for how long. */
export type Session = Readonly<{ value: string; seconds: number }>;

/** Lets admins in, without passwords: by a link that is sent to the address of the configuration, and works once. */
@Injectable()
export class Admissions {
  readonly #links: AdmissionLinks;
  /** Links that somebody came in with, and when. Known to this process only: a link holds for minutes. */
  readonly #used = new Map<string, number>();
  readonly #lastSent = new Map<AdminId, number>();

  constructor(
    @Inject(Deployment) private readonly deployment: Deployment,
    @Inject(Keys) keys: Keys,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.#links = new AdmissionLinks(deployment, keys, clock);
  }

  /** Sends a link to a page of the console if the address is an admin's. Rejects where the post does not take it. */
  async ask(address: string, language: Language, page?: string): Promise<void> {
    const asked = address.trim().toLowerCase();
    const admin = this.deployment.admins.find((one) => one.address.toLowerCase() === asked);
    if (admin === undefined || this.#now() - (this.#lastSent.get(admin.id) ?? -Infinity) < between) return;
    this.#lastSent.set(admin.id, this.#now());
    const { mailFrom, publicUrl } = this.deployment.settings;
    const { hostname, host } = new URL(publicUrl);
    const letter = admissionLetter({ host, minutes: linkHolds / minute, language });
    const message = {
      messageId: `<${randomBytes(16).toString('hex')}@${hostname}>`,
      date: this.clock.now(),
      ...{ from: mailFrom, to: admin.address, headers: answerHeaders() },
      ...filled(letter, { enter: this.#links.linkFor(admin.id, page) }),
    };
    const delivery = await this.mailer.send(message, () => Promise.resolve(true));
    if (delivery.outcome === 'accepted') return;
    this.#lastSent.delete(admin.id);
    throw new Error(`the link of the admin «${admin.id}» could not be sent: ${JSON.stringify(delivery)}`);
  }

  /** Whether a link's token would still let somebody in. */
  holds(token: string): boolean {
    return this.#links.adminOf('admin-link', token) !== undefined && !this.#used.has(token);
  }

  /** A session for the token of a link; undefined if it was used before, has run out, or is none. */
  admit(token: string): Session | undefined {
    const admin = this.#links.adminOf('admin-link', token);
    if (admin === undefined || this.#used.has(token)) return undefined;
    for (const [used, at] of this.#used) if (this.#now() - at > linkHolds) this.#used.delete(used);
    this.#used.set(token, this.#now());
    return { value: this.#links.sessionFor(admin), seconds: sessionHolds / 1_000 };
  }

  /** Whose session this is, if it still holds. */
  adminOf(session: string | undefined): AdminId | undefined {
    return session === undefined ? undefined : this.#links.adminOf('admin-session', session);
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}
