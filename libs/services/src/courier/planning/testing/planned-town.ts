import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HubEvent } from '@relais/catalogue';
import { readSettings } from '@relais/configuration';
import type { Recorded } from '@relais/event-sourcing';
import { MemoryEventStore } from '@relais/event-store';
import type { Preferences } from '@relais/mailing-list';
import { Generations, Projector, SqliteReadModels } from '@relais/read-models';
import { KeyRing } from '@relais/transport';
import type {
  AssemblyId,
  GatheringId,
  Instant,
  IssueId,
  ItemKey,
  ListId,
  PersonId,
  SourceId,
  SubscriptionId,
  When,
} from '@relais/vocabulary';
import { deploy } from '../../../wiring/deploy.js';
import { Deployment } from '../../../wiring/deployment.js';
import { Lifetime } from '../../../wiring/lifetime.js';
import { ShownLog } from '../../../wiring/shown-log.js';
import { Corrections } from '../corrections.js';
import { Intentions } from '../intentions.js';
import { IssueMaker } from '../issue-maker.js';
import { IssueShelf } from '../../issues/issue-shelf.js';
import { Misled } from '../misled.js';
import { Needs } from '../needs.js';
import { Notices } from '../notices.js';
import { PlanKeeper } from '../plan-keeper.js';
import { Planner } from '../planner.js';
import { Tellings } from '../tellings.js';
import { WholeList } from '../whole-list.js';

const city = (id: string, more: object = {}) => ({
  ...{ id, name: `Assemblée de ${id}`, city: id, country: 'FR', zone: 'Europe/Paris' },
  lists: [{ id: `info-${id}`, name: `Info ${id}`, digest: { day: 1, hour: 9 }, ...more }],
});

export type Letter = Readonly<{ to: string; purpose: string; issues: readonly IssueId[] }>;

/** Cities whose planning is watched: a log in memory, a clock that is set, and everything that plans, without anybody who sends. */
export class PlannedTown {
  now: Instant = '2026-11-02T08:00:00.000Z';
  readonly folder = mkdtempSync(join(tmpdir(), 'relais-planned-'));
  readonly store = new MemoryEventStore({ now: () => this.now });
  readonly keys = KeyRing.open({ keyFile: join(this.folder, 'master.key'), database: join(this.folder, 'keys.db') });
  readonly deployment: Deployment;
  readonly generations = new Generations(join(this.folder, 'read-models'));
  readonly models = new SqliteReadModels(this.generations);
  readonly #projector = new Projector(this.store, this.generations);
  readonly #ended = new AbortController();
  #noted = 0n;
  #following: Promise<void> = Promise.resolve();
  keeper!: PlanKeeper;
  shelf!: IssueShelf;
  planner!: Planner;
  corrections!: Corrections;
  wholeList!: WholeList;
  maker!: IssueMaker;

  private constructor(cities: readonly object[], themes: readonly object[]) {
    const file = join(this.folder, 'relais.yaml');
    writeFileSync(file, JSON.stringify({ assemblies: cities, themes }));
    this.deployment = deploy(
      readSettings({ RELAIS_CONFIG: file, RELAIS_DATA: this.folder, PUBLIC_URL: 'https://relais.exemple.test' }),
    );
  }

  static async of(
    names: readonly string[] = ['lille'],
    { list = {}, themes = [] }: { list?: object; themes?: readonly object[] } = {},
  ): Promise<PlannedTown> {
    const town = new PlannedTown(
      names.map((name) => city(name, list)),
      themes,
    );
    for (const { id, profile } of town.deployment.assemblies)
      await town.record(`assembly-${id}`, { type: 'assembly.founded', data: { assembly: id, profile } });
    await town.#projector.open();
    town.#following = town.#projector.follow(town.#ended.signal);
    await town.restart();
    return town;
  }

  /** As after a crash: all that is known comes from the log. */
  async restart(): Promise<void> {
    const clock = { now: () => this.now };
    const { store, models, keys, deployment } = this;
    const keeper = new PlanKeeper(store, keys, clock, deployment);
    const shelf = new IssueShelf(store, deployment);
    const shown = new ShownLog(store, models, new Lifetime());
    const maker = new IssueMaker(store, models, keeper, shelf, deployment, clock, shown);
    const intentions = new Intentions(store, keys);
    const notices = new Notices(keeper, maker, shelf, intentions, clock);
    const needs = new Needs(keeper, maker, shelf, deployment, clock);
    this.wholeList = new WholeList(keeper, shelf, intentions, deployment, clock);
    this.planner = new Planner(keeper, maker, needs, intentions, notices, this.wholeList, clock);
    const tellings = new Tellings(models, maker, deployment, clock);
    const misled = new Misled(store, keeper, keys, clock);
    this.corrections = new Corrections(store, tellings, misled, intentions, clock);
    Object.assign(this, { keeper, shelf, maker });
    await this.planner.resume();
    await this.corrections.start();
  }

  async end(): Promise<void> {
    this.#ended.abort();
    await this.#following;
    this.#projector.close();
    this.models.close();
    await this.keys.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Passes from one full hour to the next until a moment, doing at each what is due then. */
  async until(moment: Instant): Promise<void> {
    for (;;) {
      await this.#note();
      await this.keeper.fold();
      const next = Math.min(this.planner.next() ?? Infinity, this.corrections.next() ?? Infinity);
      if (next > Date.parse(moment)) break;
      this.now = new Date(Math.max(next, Date.parse(this.now))).toISOString();
      await this.planner.plan();
      await this.corrections.correct();
    }
    this.now = new Date(moment).toISOString();
  }

  async record(stream: string, ...events: readonly HubEvent[]): Promise<void> {
    await this.store.append(stream, events, 'any');
  }

  /** As whoever follows the log does. */
  async #note(): Promise<void> {
    for await (const page of this.store.readAll(this.#noted, { types: this.corrections.types })) {
      this.corrections.note(page);
      this.#noted = page.at(-1)?.position ?? this.#noted;
    }
  }

  /** Somebody who confirmed now; with the same `address`, the same person. */
  async subscribes(
    id: string,
    {
      list = 'info-lille',
      address = id,
      language = 'fr',
      ...chosen
    }: Partial<Preferences> & { list?: string; address?: string } = {},
  ): Promise<void> {
    const subscription = id as SubscriptionId;
    const of = { subscription, list: list as ListId };
    const person = `person-${id}` as PersonId;
    await this.record(
      `subscription-${id}`,
      {
        type: 'subscription.requested',
        data: {
          ...{ ...of, person, language, address: 'sealed', lookup: this.keys.lookup(address) },
          consent: { wording: 'w', hash: 'h', form: '/' },
        },
      },
      { type: 'subscription.confirmed', data: of },
    );
    if (Object.keys(chosen).length > 0) await this.prefers(id, { language, ...chosen }, list);
  }

  async prefers(id: string, chosen: Partial<Preferences>, list = 'info-lille'): Promise<void> {
    const preferences = await this.keys.seal(`person-${id}` as PersonId, JSON.stringify(chosen));
    await this.record(`subscription-${id}`, {
      type: 'subscription.preferred',
      data: { subscription: id as SubscriptionId, list: list as ListId, preferences },
    });
  }

  async leaves(id: string, list = 'info-lille'): Promise<void> {
    const data = { subscription: id as SubscriptionId, list: list as ListId, reason: 'left' as const };
    await this.record(`subscription-${id}`, { type: 'subscription.ended', data });
  }

  async meets(id: string, day: string, { assembly = 'lille', title = id } = {}): Promise<void> {
    const when: When = { kind: 'all-day', from: day, until: day };
    await this.record(`gathering-${id}`, {
      type: 'gathering.recognised',
      data: {
        ...{ gathering: id as GatheringId, assembly: assembly as AssemblyId, title, when },
        basis: { source: 's' as SourceId, item: id as ItemKey },
        place: { name: 'Mairie', city: 'Lille' },
      },
    });
  }

  async publishes(title: string, { assembly = 'lille', summary = '' } = {}): Promise<void> {
    await this.record(`source-${assembly}`, {
      type: 'source.item-published',
      data: {
        ...{ source: `${assembly}-blog` as SourceId, assembly: assembly as AssemblyId, item: title as ItemKey },
        ...{
          fields: { kind: 'news', title, link: `https://blog.example/${encodeURIComponent(title)}`, summary },
          hash: title,
        },
      },
    });
  }

  async events(...types: readonly string[]): Promise<Recorded[]> {
    const found: Recorded[] = [];
    for await (const page of this.store.readAll(0n, types.length > 0 ? { types } : {})) found.push(...page);
    return found;
  }

  /** Every letter that was intended, in order. */
  async letters(): Promise<Letter[]> {
    return (await this.events('letter.intended')).map(({ data }) => {
      const {
        subscription,
        purpose,
        issue,
        further = [],
      } = data as Extract<HubEvent, { type: 'letter.intended' }>['data'];
      return { to: subscription, purpose, issues: [...(issue ? [issue] : []), ...further] };
    });
  }

  /** Every letter as `who: issues`. */
  async told(): Promise<string[]> {
    return (await this.letters()).map(({ to, issues }) => `${to}: ${issues.join(' ')}`);
  }

  /** All letters on record arrive. */
  async arrive(): Promise<void> {
    for (const { stream, data } of await this.events('letter.intended')) {
      const { letter } = data as Extract<HubEvent, { type: 'letter.intended' }>['data'];
      const handed: HubEvent = { type: 'letter.handed-over', data: { letter, attempt: 1 } };
      const accepted: HubEvent = { type: 'letter.accepted', data: { letter, response: '250' } };
      await this.store.append(stream, [handed, accepted], 1).catch(() => undefined);
    }
  }
}
