import { ConsoleLogger } from '@nestjs/common';

/** Nest's own voices, which say at every start what nobody needs to know. */
const chatter = new Set(['InstanceLoader', 'NestApplication', 'NestFactory', 'RouterExplorer', 'RoutesResolver']);

class Log extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!chatter.has(String(rest.at(-1)))) super.log(message, ...(rest as [string]));
  }
}

/** What happens, for whoever runs Relais: warnings and errors, and what its services do. Never an address of a person. */
export const logger = new Log({ logLevels: ['fatal', 'error', 'warn', 'log'], colors: process.stdout.isTTY });
