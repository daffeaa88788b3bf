import { Inject, Injectable } from '@nestjs/common';
import { Keys, returnAddress, type Message } from '@relais/transport';
import { letterCode, subscriptionCode, type LetterId, type SubscriptionId } from '@relais/vocabulary';
import { Deployment } from '../../wiring/deployment.js';

/** What comes back by mail comes to addresses of our own that name the letter or its receiver, where a domain is given for that. */
@Injectable()
export class ReturnPaths {
  constructor(
    @Inject(Keys) private readonly keys: Keys,
    @Inject(Deployment) private readonly deployment: Deployment,
  ) {}

  /** The sender of the envelope, and the headers of a letter with those that say where to leave and to answer by mail. */
  of(letter: LetterId, subscription: SubscriptionId, headers: Message['headers']): Pick<Message, 'sender' | 'headers'> {
    const { returnDomain: domain } = this.deployment.settings;
    if (domain === undefined) return { headers };
    const sender = returnAddress(this.keys, domain, 'bounce', letterCode(letter));
    const byClick = headers['List-Unsubscribe'];
    if (byClick === undefined) return { sender, headers };
    const code = subscriptionCode(subscription);
    const byMail = returnAddress(this.keys, domain, 'leave', code);
    return {
      sender,
      headers: {
        ...headers,
        'List-Unsubscribe': byClick.includes('<mailto:') ? byClick : `${byClick}, <mailto:${byMail}>`,
        ...(headers['Reply-To'] === undefined && { 'Reply-To': returnAddress(this.keys, domain, 'answer', code) }),
      },
    };
  }
}
