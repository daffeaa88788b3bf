import type { Query } from '../read-models.js';
import { columnOf, shownOnly, tableOf, type AnyProjection } from './table.js';

type Value = string | number | null;

/** A query as SQL and its values. Nulls come last in either direction; equals are told apart by key. */
export const rowQuery = (
  what: string,
  projection: AnyProjection,
  query: Query<string>,
): { sql: string; values: Value[] } => {
  const conditions: string[] = shownOnly(projection);
  const values: Value[] = [];
  const given = (part: Readonly<Record<string, Value | undefined>> = {}): [string, Value][] =>
    Object.entries(part).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  for (const [column, value] of given(query.where)) {
    conditions.push(`${columnOf(column)} IS ?`);
    values.push(value);
  }
  for (const [part, sign] of [
    [query.from, '>='],
    [query.before, '<'],
  ] as const)
    for (const [column, value] of given(part)) {
      conditions.push(`${columnOf(column)} ${sign} ?`);
      values.push(value);
    }
  const [column, direction] = query.order ?? [];
  const sign = direction === 'descending' ? '<' : '>';
  if (query.after) {
    const { value, key } = query.after;
    if (column === undefined) {
      conditions.push('key > ?');
      values.push(key);
    } else if (value === null) {
      conditions.push(`(${columnOf(column)} IS NULL AND key > ?)`);
      values.push(key);
    } else {
      const name = columnOf(column);
      conditions.push(`(${name} ${sign} ? OR (${name} = ? AND key > ?) OR ${name} IS NULL)`);
      values.push(value, value, key);
    }
  }
  const order =
    column === undefined ? 'key' : `${columnOf(column)} ${direction === 'descending' ? 'DESC' : 'ASC'} NULLS LAST, key`;
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  if (query.limit !== undefined) values.push(Math.max(0, Math.trunc(query.limit)));
  const limit = query.limit === undefined ? '' : 'LIMIT ?';
  return { sql: `SELECT ${what} FROM ${tableOf(projection)} ${where} ORDER BY ${order} ${limit}`, values };
};
