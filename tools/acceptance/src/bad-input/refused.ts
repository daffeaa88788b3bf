import assert from 'node:assert/strict';
import type { Program } from '../program.ts';

/** The one line with which a program ended; throws where it ended otherwise. */
export const refused = async (program: Program, expected: 1 | 2, says: RegExp): Promise<string> => {
  const { code, stdout, stderr } = await program.ended;
  assert.deepEqual([code, stdout], [expected, ''], `the program must end with ${expected}: ${stderr}`);
  const lines = stderr.trim().split('\n');
  assert.equal(lines.length, 1, `one line, and not: ${stderr}`);
  assert.match(stderr, says);
  return stderr.trim();
};
