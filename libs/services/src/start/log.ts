import { ConsoleLogger } from '@nestjs/common';

/** Nest's own voices: what they say at every start nobody needs to know, and what they throw is said by whoever started. */
const chatter = new Set([
  ...['ExceptionHandler', 'InstanceLoader', 'NestApplication', 'NestApplicationContext', 'NestFactory'],
  ...['RouterExplorer', 'RoutesResolver'],
]);
const isChatter = (rest: readonly unknown[]): boolean => chatter.has(String(rest.at(-1)));

class Log extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!isChatter(rest)) super.log(message, ...rest);
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!isChatter(rest)) super.error(message, ...rest);
  }
}

/** What happens, for whoever runs Relais: warnings and errors, and what its services do. Never an address of a person. */
export const logger = new Log({
  prefix: 'Relais',
  logLevels: ['fatal', 'error', 'warn', 'log'],
  colors: process.stdout.isTTY ?? false,
});
