import { createRequire } from 'node:module';

/** The client's own, so that what the server makes is of the same classes as what the client reads. */
const required = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));

export const grpc = required('@grpc/grpc-js') as typeof import('@grpc/grpc-js');
export const streams = required(
  '@eventstore/db-client/generated/streams_pb',
) as typeof import('@eventstore/db-client/generated/streams_pb.js');
export const shared = required(
  '@eventstore/db-client/generated/shared_pb',
) as typeof import('@eventstore/db-client/generated/shared_pb.js');
export const { StreamsService } = required(
  '@eventstore/db-client/generated/streams_grpc_pb',
) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');
export const { ServerFeaturesService } = required(
  '@eventstore/db-client/generated/serverfeatures_grpc_pb',
) as typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js');
export const features = required(
  '@eventstore/db-client/generated/serverfeatures_pb',
) as typeof import('@eventstore/db-client/generated/serverfeatures_pb.js');
export const { GossipService } = required(
  '@eventstore/db-client/generated/gossip_grpc_pb',
) as typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js');
export const gossip = required(
  '@eventstore/db-client/generated/gossip_pb',
) as typeof import('@eventstore/db-client/generated/gossip_pb.js');

export type Server = import('@grpc/grpc-js').Server;
export type ServerCredentials = import('@grpc/grpc-js').ServerCredentials;
export type Service = import('@grpc/grpc-js').UntypedServiceImplementation;
/** What a call is refused with. */
export type Refusal = Partial<import('@grpc/grpc-js').ServiceError>;
/** A call that is answered by many messages. */
export type AnsweredByMany<Request, Response> = import('@grpc/grpc-js').ServerWritableStream<Request, Response>;
/** A call that is made of many messages. */
export type MadeOfMany<Request, Response> = import('@grpc/grpc-js').ServerReadableStream<Request, Response>;
export type Answer<Response> = import('@grpc/grpc-js').sendUnaryData<Response>;
