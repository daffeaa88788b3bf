/** Numbers that rise, kept as first and last of each row without gaps. */
export class LineRanges {
  readonly all: [first: number, last: number][] = [];

  add(line: number): void {
    const last = this.all.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else this.all.push([line, line]);
  }
}
