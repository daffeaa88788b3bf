import { Keys } from '@relais/transport';
import { Clock, type AdminId } from '@relais/vocabulary';
import { AdmissionLinks } from '../portal/console/admission-links.js';
import { Deployment } from '../wiring/deployment.js';
import type { HubUnderTest } from './hub-under-test.js';

/** The console as an admin's browser sees it: signed in, without scripts, each redirect followed. */
export class SignedIn {
  private constructor(
    private readonly hub: HubUnderTest,
    readonly cookie: string,
  ) {}

  static async to(hub: HubUnderTest, admin = 'secretariat'): Promise<SignedIn> {
    const links = new AdmissionLinks(hub.get(Deployment), hub.get(Keys), hub.get(Clock));
    const jeton = new URL(links.linkFor(admin as AdminId)).searchParams.get('jeton') ?? '';
    const body = new URLSearchParams({ jeton });
    const entered = await hub.fetch('/admin/entrer', { method: 'POST', redirect: 'manual', body });
    return new SignedIn(hub, entered.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  get(path: string): Promise<Response> {
    return this.hub.fetch(path, { headers: { cookie: this.cookie } });
  }

  async text(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  /** Sends a form; what the browser says of where it comes from can be said otherwise. */
  async post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Response> {
    const { cookie } = this;
    const body = new URLSearchParams(fields);
    const answer = await this.hub.fetch(path, {
      ...{ method: 'POST', redirect: 'manual', body },
      headers: { ...headers, cookie },
    });
    const next = answer.headers.get('location');
    return answer.status === 303 && next !== null ? this.get(next) : answer;
  }
}

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** The fields of the forms of a page that have this button, as they stand there. */
export const formsWith = (html: string, button: string): Record<string, string>[] =>
  [...html.matchAll(/<form\b.*?<\/form>/gs)]
    .filter(([form]) => form.includes(`name="etape" value="${button}"`))
    .map(([form]) => {
      const fields: Record<string, string> = { etape: button };
      for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
        const name = /\bname="([^"]*)"/.exec(input)?.[1];
        if (name !== undefined) fields[name] = plain(/\bvalue="([^"]*)"/.exec(input)?.[1] ?? '');
      }
      for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/textarea>/gs))
        fields[name] = plain(text);
      for (const [, name = '', options = ''] of form.matchAll(/<select[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs))
        fields[name] =
          [...options.matchAll(/<option\b[^>]*>/g)]
            .filter(([option]) => /\bselected\b/.test(option))
            .map(([option]) => /\bvalue="([^"]*)"/.exec(option)?.[1] ?? '')[0] ?? '';
      return fields;
    });
