import { shared, streams } from './stubs.js';
import type { ExpectedRevision, Held, Proposed } from './server-log.js';

type Append = InstanceType<typeof streams.AppendReq>;
type Read = InstanceType<typeof streams.ReadReq>;
type Options = InstanceType<typeof streams.ReadReq.Options>;
type Identifier = InstanceType<typeof shared.StreamIdentifier>;
type ReadResponse = InstanceType<typeof streams.ReadResp>;
type AppendResponse = InstanceType<typeof streams.AppendResp>;

export type AppendCall = Append;
export type ReadCall = Read;
export type { ReadResponse, AppendResponse };

export const nameOf = (identifier: Identifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

const identifierOf = (name: string): Identifier => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name).toString('base64'));
  return identifier;
};

export const expectedOf = (options: InstanceType<typeof streams.AppendReq.Options>): ExpectedRevision => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no stream';
  return options.hasStreamExists() ? 'stream exists' : BigInt(options.getRevision());
};

export const proposedOf = (message: InstanceType<typeof streams.AppendReq.ProposedMessage>): Proposed => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const event = (held: Held): ReadResponse => {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(held.id);
  record.setId(id);
  record.setStreamIdentifier(identifierOf(held.stream));
  record.setStreamRevision(String(held.revision));
  record.setCommitPosition(String(held.position));
  record.setPreparePosition(String(held.position));
  record
    .getMetadataMap()
    .set('type', held.type)
    .set('content-type', held.contentType)
    .set('created', String(held.created));
  record.setData(held.data);
  record.setCustomMetadata(held.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(record);
  read.setCommitPosition(String(held.position));
  const response = new streams.ReadResp();
  response.setEvent(read);
  return response;
};

export const notFound = (stream: string): ReadResponse => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
};

export const confirmation = (id: string): ReadResponse => {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(id);
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
};

export const caughtUp = (): ReadResponse => {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
};

export const success = (revision: bigint, at: bigint): AppendResponse => {
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(String(at));
  position.setPreparePosition(String(at));
  const written = new streams.AppendResp.Success();
  written.setCurrentRevision(String(revision));
  written.setPosition(position);
  const response = new streams.AppendResp();
  response.setSuccess(written);
  return response;
};

export const wrongVersion = (expected: ExpectedRevision, current: bigint | undefined): AppendResponse => {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'no stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
};

/** What a subscription asks for: by the type or the stream, by a pattern or by beginnings. */
export const filterOf = (options: Options): ((held: Held) => boolean) => {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const byType = filter.hasEventType();
  const expression = byType ? filter.getEventType() : filter.getStreamIdentifier();
  const pattern = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const beginnings = expression?.getPrefixList() ?? [];
  return ({ type, stream }) => {
    const value = byType ? type : stream;
    return pattern ? pattern.test(value) : beginnings.some((beginning) => value.startsWith(beginning));
  };
};
