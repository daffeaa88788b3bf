import { randomUUID } from 'node:crypto';
import * as message from './messages.js';
import { maximumAppend, type ExpectedRevision, type Held, type Proposed, type ServerLog } from './server-log.js';
import { grpc, type Answer, type AnsweredByMany, type MadeOfMany, type Refusal, type StreamsService } from './stubs.js';

type ReadCall = AnsweredByMany<message.ReadCall, message.ReadResponse>;
type AppendCall = MadeOfMany<message.AppendCall, message.AppendResponse>;

/** What the server does before it answers: nothing, or what a test asked for. */
export type Behaviour = Readonly<{
  /** Between the writing and its acknowledgement; false for one that never comes. */
  acknowledges(): boolean;
}>;

const { status } = grpc;

export const fault = (code: number, details: string, trailers: Readonly<Record<string, string>>): Refusal => {
  const metadata = new grpc.Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

const streamDeleted = (stream: string) =>
  fault(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
const invalidPosition = () => fault(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.', {});
const tooLarge = () =>
  fault(status.INVALID_ARGUMENT, `Maximum Append Size of ${maximumAppend} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maximumAppend),
  });

/** Streams as the server's protocol has them: Read (also as a subscription), Append, and what an operator calls not at all. */
export const streamsService = (
  log: ServerLog,
  behaviour: Behaviour,
): Partial<Record<keyof typeof StreamsService, unknown>> => ({
  read: (call: ReadCall) => {
    const refused = read(log, call);
    if (refused) call.emit('error', refused);
  },
  append: (call: AppendCall, answer: Answer<message.AppendResponse>) => {
    let to: Readonly<{ stream: string; expected: ExpectedRevision }> | undefined;
    const proposed: Proposed[] = [];
    call.on('data', (part: message.AppendCall) => {
      const options = part.getOptions();
      const event = part.getProposedMessage();
      if (options)
        to = { stream: message.nameOf(options.getStreamIdentifier()), expected: message.expectedOf(options) };
      if (event) proposed.push(message.proposedOf(event));
    });
    call.on('end', () => {
      if (to === undefined) return answer(fault(status.INVALID_ARGUMENT, 'no options', {}));
      const outcome = log.append(to.stream, to.expected, proposed);
      if (!behaviour.acknowledges()) return;
      if (outcome.written) answer(null, message.success(outcome.revision, outcome.position));
      else if (outcome.because === 'wrong version') answer(null, message.wrongVersion(to.expected, outcome.current));
      else answer(outcome.because === 'deleted' ? streamDeleted(to.stream) : tooLarge());
    });
  },
});

type ReadOptions = NonNullable<ReturnType<message.ReadCall['getOptions']>>;

const read = (log: ServerLog, call: ReadCall): Refusal | undefined => {
  const options = call.request.getOptions();
  if (options === undefined) return fault(status.INVALID_ARGUMENT, 'no options', {});
  if (options.hasSubscription()) return subscribe(log, call, options);
  const back = Number(options.getReadDirection()) === 1;
  const found = options.hasAll() ? ofAll(log, options, back) : ofStream(log, options, back);
  if (!Array.isArray(found)) return found as Refusal;
  for (const held of (found as Held[]).slice(0, Number(options.getCount()))) call.write(message.event(held));
  if (!options.hasAll()) {
    const name = message.nameOf(options.getStream()?.getStreamIdentifier());
    if (log.stream(name).length === 0) call.write(message.notFound(name));
  }
  call.end();
  return undefined;
};

/** Forward from a position on; backward from before it. */
const ofAll = (log: ServerLog, options: ReadOptions, back: boolean): readonly Held[] | Refusal => {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position === undefined) return all?.hasStart() === back ? [] : back ? log.all.toReversed() : log.all;
  const at = BigInt(position.getCommitPosition());
  const beyond = at > (log.all.at(-1)?.position ?? 0n);
  const index = log.at(at);
  if (index === undefined) return beyond && !back ? [] : invalidPosition();
  return back ? log.all.slice(0, index).toReversed() : log.all.slice(index);
};

/** In either direction from a revision on, which is among them. */
const ofStream = (log: ServerLog, options: ReadOptions, back: boolean): readonly Held[] | Refusal => {
  const stream = options.getStream();
  const name = message.nameOf(stream?.getStreamIdentifier());
  if (log.isDeleted(name)) return streamDeleted(name);
  const held = log.stream(name);
  const at = stream?.hasRevision() ? BigInt(stream.getRevision()) : undefined;
  if (back) return held.filter(({ revision }) => at === undefined || revision <= at).toReversed();
  return stream?.hasEnd() ? [] : held.filter(({ revision }) => at === undefined || revision >= at);
};

/** Of the whole log, strictly after a position, for ever; checkpoints are left out, since nobody here listens to them. */
const subscribe = (log: ServerLog, call: ReadCall, options: ReadOptions): Refusal | undefined => {
  const all = options.getAll();
  if (all === undefined) return fault(status.UNIMPLEMENTED, 'only $all can be subscribed to here', {});
  const selected = message.filterOf(options);
  const position = all.getPosition();
  const from = position && log.at(BigInt(position.getCommitPosition()));
  if (position && from === undefined) return invalidPosition();
  let next = from === undefined ? (all.hasEnd() ? log.all.length : 0) : from + 1;
  call.write(message.confirmation(randomUUID()));
  const pump = (): void => {
    for (; next < log.all.length; next++) {
      const held = log.all[next];
      if (held && selected(held)) call.write(message.event(held));
    }
  };
  pump();
  call.write(message.caughtUp());
  const stop = log.onWritten(pump);
  call.on('cancelled', stop);
  call.on('close', stop);
  return undefined;
};
