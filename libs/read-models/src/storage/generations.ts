import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Building } from './building.js';
import { Generation } from './generation.js';

const pointer = 'CURRENT';
const building = '.building.db';

/** A database's file, and those that SQLite makes beside it. */
const filesOf = (file: string): string[] => ['', '-wal', '-shm'].map((suffix) => `${file}${suffix}`);

/**
 * The built sets of read models in a folder, `<number>.db` each, and the pointer that says which one is shown. One that is
 * being built has another name until it is whole, so that nobody goes back to half of one.
 */
export class Generations {
  constructor(readonly folder: string) {}

  /** The number of the generation that is shown; undefined before the first. */
  current(): number | undefined {
    const file = join(this.folder, pointer);
    if (!existsSync(file)) return undefined;
    const number = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(number) && existsSync(this.fileOf(number)) ? number : undefined;
  }

  fileOf(number: number): string {
    return join(this.folder, `${number}.db`);
  }

  /** Those that are whole, oldest first. */
  list(): number[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .flatMap((name) => /^(\d+)\.db$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((one, other) => one - other);
  }

  open(number: number): Generation {
    return Generation.open(this.fileOf(number), number);
  }

  /** The number that the next generation will have. */
  next(): number {
    return Math.max(0, ...this.list()) + 1;
  }

  /** The file of a generation while it is being built. */
  buildingOf(number: number): string {
    return join(this.folder, `${number}${building}`);
  }

  /** Makes room for the next one: nothing is left of any that was being built, but for the one to be gone on with. */
  makeRoom(keep?: number): void {
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder))
      if (name.includes(building) && !(keep !== undefined && name.startsWith(`${keep}${building}`)))
        rmSync(join(this.folder, name), { force: true });
  }

  /** A new generation beside those there are, to be built in this thread; nothing is left of any other that was being built. */
  create(): Building {
    this.makeRoom();
    const number = this.next();
    return Building.begin(this.buildingOf(number), number);
  }

  /** A built generation is whole: it takes its place among the others and goes on under its own name. */
  complete(built: Building): Generation {
    built.finish();
    return this.adopt(built.number);
  }

  /** The same for one that somebody else finished. */
  adopt(number: number): Generation {
    renameSync(this.buildingOf(number), this.fileOf(number));
    return this.open(number);
  }

  /** Removes a generation that was being built. */
  remove(number: number): Promise<void> {
    return this.#remove(this.buildingOf(number));
  }

  /** Lets go of a generation that was being built; one that was completed is left alone. */
  discard(built: Building): void {
    built.close();
    for (const file of filesOf(this.buildingOf(built.number))) rmSync(file, { force: true });
  }

  /** Shows this generation from now on: the pointer is replaced whole, and survives a power cut. */
  activate(number: number): void {
    const draft = join(this.folder, `${pointer}.draft`);
    writeFileSync(draft, `${number}\n`, { flush: true });
    renameSync(draft, join(this.folder, pointer));
    const folder = openSync(this.folder, 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  /** Removes all but the shown one and so many others, the newest. */
  async prune(keep: number): Promise<void> {
    const current = this.current();
    const others = this.list().filter((number) => number !== current);
    for (const number of others.slice(0, Math.max(0, others.length - keep))) await this.#remove(this.fileOf(number));
  }

  /** Removes one that is whole. */
  drop(number: number): Promise<void> {
    return this.#remove(this.fileOf(number));
  }

  /** Not in this thread: a large file takes tens of milliseconds to remove, and whoever reads would wait. */
  async #remove(file: string): Promise<void> {
    for (const one of filesOf(file)) await rm(one, { force: true });
  }
}
