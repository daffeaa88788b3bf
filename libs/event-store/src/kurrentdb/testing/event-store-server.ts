import {
  gossip,
  features,
  GossipService,
  ServerFeaturesService,
  grpc,
  shared,
  StreamsService,
  type Refusal,
  type Server,
  type ServerCredentials,
  type Service,
} from './stubs.js';
import { ServerLog } from './server-log.js';
import { fault, streamsService } from './streams-service.js';
import { Wire } from './wire.js';

export type ServerOptions = Readonly<{
  /** A key and a certificate, in PEM: it then speaks TLS. */
  tls?: Readonly<{ key: Buffer; certificate: Buffer }>;
  /** Who may do anything; everybody without it. */
  user?: Readonly<{ name: string; password: string }>;
  /** Only the wire: the server itself is started later. */
  later?: boolean;
}>;

type Metadata = Readonly<{ get(key: string): readonly unknown[] }>;
type Call = Readonly<{ metadata: Metadata; emit(event: string, error: unknown): void }>;

/** Says that it takes batches, as a real one does; it takes none, so that whoever sends one waits in vain. */
const batches = (_call: unknown, answer: (error: null, supported: unknown) => void): void => {
  const supported = new features.SupportedMethods();
  supported.setEventStoreServerVersion('23.10.0');
  for (const name of ['read', 'append', 'batchappend']) {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    supported.addMethods(method);
  }
  answer(null, supported);
};

/**
 * An event store server on the wire: real gRPC by the client's own stubs, for tests and for nothing else. What it holds
 * outlives its restarts, and its address stays the same.
 */
export class EventStoreServer {
  readonly log = new ServerLog();
  readonly wire = new Wire(() => this.#port);
  /** How many calls came in. */
  readonly calls = { read: 0, append: 0 };
  #server: Server | undefined;
  #port: number | undefined;
  #refusal: ((metadata: Metadata) => Refusal | undefined) | undefined;
  #acknowledge: (() => boolean) | undefined;

  private constructor(private readonly options: ServerOptions) {}

  static async start(options: ServerOptions = {}): Promise<EventStoreServer> {
    const server = new EventStoreServer(options);
    await server.wire.open();
    if (options.later !== true) await server.start();
    return server;
  }

  /** Where clients find it. */
  url(scheme = 'esdb'): string {
    const { tls, user } = this.options;
    const who = user ? `${user.name}:${encodeURIComponent(user.password)}@` : '';
    return `${scheme}://${who}${tls ? 'localhost' : '127.0.0.1'}:${this.wire.port}?tls=${tls !== undefined}`;
  }

  async start(): Promise<void> {
    const server = new grpc.Server({ 'grpc.max_receive_message_length': -1 });
    const streams = streamsService(this.log, { acknowledges: () => this.#acknowledge?.() ?? true });
    server.addService(StreamsService, this.#guarded(streams as Service));
    server.addService(ServerFeaturesService, { getSupportedMethods: batches });
    server.addService(GossipService, { read: this.#gossip });
    this.#port = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', this.#credentials(), (error, port) => (error ? reject(error) : resolve(port))),
    );
    this.#server = server;
  }

  /** Ends it at once, in the middle of whatever it does; what it holds stays. */
  stop(): void {
    this.#server?.forceShutdown();
    this.log.forget();
    this.#server = undefined;
    this.#port = undefined;
    this.wire.cut();
  }

  async restart(): Promise<void> {
    this.stop();
    await this.start();
  }

  async end(): Promise<void> {
    this.stop();
    await this.wire.close();
  }

  /** Says that another node leads, to whoever wants to speak to the leader. */
  followAnother({ wire }: EventStoreServer): void {
    const refusal = fault(grpc.status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(wire.port),
    });
    this.#refusal = (metadata) => (metadata.get('requires-leader')[0] === 'true' ? refusal : undefined);
  }

  /** Refuses every call, whoever makes it. */
  denyAccess(): void {
    this.#refusal = () => fault(grpc.status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  }

  /** Is asked once, when something was written and is to be acknowledged; false for an acknowledgement that never comes. */
  onceWritten(acknowledge: () => boolean): void {
    this.#acknowledge = () => {
      this.#acknowledge = undefined;
      return acknowledge();
    };
  }

  #credentials(): ServerCredentials {
    const { tls } = this.options;
    if (tls === undefined) return grpc.ServerCredentials.createInsecure();
    return grpc.ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
  }

  #guarded(service: Service): Service {
    const { user } = this.options;
    const wanted = user && `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
    const refusalOf = (metadata: Metadata): Refusal | undefined =>
      wanted === undefined || metadata.get('authorization')[0] === wanted
        ? this.#refusal?.(metadata)
        : fault(grpc.status.UNAUTHENTICATED, 'Unauthenticated', {});
    const guarded = Object.entries(service).map(([name, handler]) => [
      name,
      (call: Call, answer?: (error: unknown) => void) => {
        this.calls[name as 'read' | 'append']++;
        const refused = refusalOf(call.metadata);
        if (refused === undefined) (handler as (...given: unknown[]) => void)(call, answer);
        else if (answer) answer(refused);
        else call.emit('error', refused);
      },
    ]);
    return Object.fromEntries(guarded) as Service;
  }

  /** A cluster of one, which leads. */
  readonly #gossip = (_call: unknown, answer: (error: null, info: unknown) => void): void => {
    const id = new shared.UUID();
    id.setString('00000000-0000-4000-8000-000000000001');
    const end = new gossip.EndPoint();
    end.setAddress('127.0.0.1');
    end.setPort(this.wire.port);
    const member = new gossip.MemberInfo();
    member.setInstanceId(id);
    member.setTimeStamp('0');
    member.setState(gossip.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setHttpEndPoint(end);
    const cluster = new gossip.ClusterInfo();
    cluster.addMembers(member);
    answer(null, cluster);
  };
}
