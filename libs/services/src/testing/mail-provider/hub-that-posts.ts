import type { Recorded } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import { Keys } from '@relais/transport';
import { freePort, type MailLab } from '@relais/transport/testing';
import type { ListId, PersonId, SubscriptionId } from '@relais/vocabulary';
import { Composer } from '../../courier/composer.js';
import { Deployment } from '../../wiring/deployment.js';
import { HubUnderTest, type HubOptions } from '../hub-under-test.js';

/** A hub whose letters go through a real provider, as the one of {@link MailLab.domain}. */
export class HubThatPosts {
  private constructor(
    readonly hub: HubUnderTest,
    readonly list: ListId,
    private readonly port: string,
  ) {}

  static async start(lab: MailLab, options: HubOptions = {}): Promise<HubThatPosts> {
    const port = String(await freePort());
    const environment = { PORT: port, ...lab.environment, ...options.environment };
    const hub = await HubUnderTest.start({ ...options, environment });
    return new HubThatPosts(hub, 'info-lille' as ListId, port);
  }

  /** People who confirmed long ago, each with one letter to come. */
  async subscribe(...addresses: readonly string[]): Promise<void> {
    const keys = this.hub.get(Keys);
    for (const address of addresses) {
      const lookup = keys.lookup(address);
      const [subscription, person] = [this.subscriptionOf(address), `p-${lookup}` as PersonId];
      const of = { subscription, list: this.list };
      await this.hub.get(EventStore).append(
        `subscription-${subscription}`,
        [
          {
            type: 'subscription.requested',
            data: {
              ...{ ...of, person, language: 'fr', address: await keys.seal(person, address), lookup },
              consent: { wording: 'info-1-fr', hash: '0'.repeat(64), form: '/abonnement' },
            },
          },
          { type: 'subscription.confirmed', data: of },
        ],
        'no stream',
      );
    }
    await this.hub.shown();
  }

  /** The subscription of whoever was subscribed here. */
  subscriptionOf(address: string): SubscriptionId {
    return `s-${this.hub.get(Keys).lookup(address)}` as SubscriptionId;
  }

  /** What became of the letters to an address, in order: every event of each. */
  async historyOf(address: string): Promise<readonly Recorded[]> {
    const subscription = this.subscriptionOf(address);
    const events = (await this.hub.events()).filter(({ stream }) => stream.startsWith('letter-'));
    const theirs = new Set(
      events
        .filter(({ data }) => (data as { subscription?: string }).subscription === subscription)
        .map(({ stream }) => stream),
    );
    return events.filter(({ stream }) => theirs.has(stream));
  }

  /** This month's issue, composed and sent. */
  compose(): ReturnType<Composer['compose']> {
    return this.hub.get(Composer).compose(this.hub.get(Deployment).list(this.list));
  }

  /** What a mail program does with a link of a letter: the domain leads to this hub, and to none of the world. */
  post(link: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { pathname, search } = new URL(link);
    return fetch(`http://127.0.0.1:${this.port}${pathname}${search}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  }

  end(): Promise<void> {
    return this.hub.end();
  }
}
