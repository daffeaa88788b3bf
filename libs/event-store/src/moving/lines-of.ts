/** No line of ours comes near this: beyond it, what is read has no lines. */
const longest = 256 * 1024 * 1024;
const lineFeed = 0x0a;

/**
 * The whole lines of a text that comes in pieces; what follows the last line feed is left out, since it may have been cut
 * off anywhere. Only a line feed ends a line: the other characters that are taken for one stand in data as they are.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  let begun: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      const end = chunk.subarray(from, at);
      yield Buffer.concat(begun.length > 0 ? [...begun, end] : [end]).toString();
      [begun, size, from] = [[], 0, at + 1];
    }
    const rest = chunk.subarray(from);
    if (rest.length > 0) begun.push(rest);
    size += rest.length;
    if (size > longest) throw new Error('this is no exported log: it has no lines');
  }
}
