/** What the portal shows, to whoever visits it. */
export class Site {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  /** A path of the portal, or an address that it gave itself, such as a link in a letter. */
  get(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(path, this.url), { redirect: 'manual', ...init });
  }

  /** What it shows there; throws where it shows nothing. */
  async text(path: string): Promise<string> {
    const answer = await this.get(path);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return text;
  }

  async json<Value>(path: string): Promise<Value> {
    return JSON.parse(await this.text(path)) as Value;
  }

  /** Sends a form as a browser does. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.get(path, { method: 'POST', body: new URLSearchParams(fields) });
  }
}
