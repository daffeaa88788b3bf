import { addressIn, fieldBlocks } from './report-fields.js';
import { statusIn } from './status.js';

/** That a letter did not reach somebody: given up, or still tried. `address` is absent where it is not told. */
export type Failure = Readonly<{ address?: string; action: 'failed' | 'delayed'; status: string }>;

/** Recipients of the body of a `message/delivery-status` (RFC 3464), of whom it tells no success. */
export const failuresIn = (deliveryStatus: string): readonly Failure[] =>
  fieldBlocks(deliveryStatus).flatMap((fields) => {
    const recipient = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    const said = fields.get('action')?.toLowerCase() ?? '';
    // Some servers write a comment after it, and some «error».
    const action = /^(?:fail|error)/.test(said) ? 'failed' : said.startsWith('delayed') ? 'delayed' : undefined;
    if (action === undefined) return [];
    const status = statusIn(
      `${fields.get('status') ?? ''} ${fields.get('diagnostic-code') ?? ''} `,
      action === 'failed' ? '5' : '4',
    );
    return [{ ...(recipient !== undefined && { address: recipient }), action, status }];
  });
