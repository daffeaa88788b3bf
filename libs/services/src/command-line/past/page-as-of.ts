import type { PastViews } from '@relais/read-models';
import type { Instant } from '@relais/vocabulary';
import { Standpoint } from '../../portal/as-of/standpoint.js';
import { server } from '../../start/application.js';
import { parts } from '../../start/part.js';
import type { Desk } from '../verb.js';

type Then = Readonly<{ past: PastViews; position: bigint; now: Instant }>;

/** Prints a page or a feed as a visitor was shown it then: by a portal that stands there, listens nowhere, and begins nothing. */
export const pageAsOf = async (desk: Desk, page: string, { past, position, now }: Then): Promise<0 | 1> => {
  const view = await past.at(position);
  const portal = await server(
    desk.deployment(),
    parts.filter(({ name }) => name === 'portal'),
  );
  try {
    portal.get(Standpoint).stay({ models: view.models, now });
    await portal.init();
    const { statusCode, headers, body } = await portal.inject({ method: 'GET', url: page });
    if (desk.output.json)
      desk.output.line(
        JSON.stringify({
          position: String(position),
          now,
          page,
          status: statusCode,
          type: headers['content-type'],
          body,
        }),
      );
    else desk.output.line(body.replace(/\n$/u, ''));
    return statusCode === 200 ? 0 : 1;
  } finally {
    await portal.close();
    view.release();
  }
};
