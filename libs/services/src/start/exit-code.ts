import { InvalidConfiguration, InvalidSettings } from '@relais/configuration';

/** How a process ends: 0 done, 1 failed, 2 wrong use. */
export const exitCode = (error: unknown): 1 | 2 =>
  error instanceof InvalidConfiguration || error instanceof InvalidSettings ? 2 : 1;

type SystemError = Error & { code?: string; port?: number; address?: string };

/** What went wrong, in one line (or one a mistake); a fault of ours keeps its stack. */
export const inWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as SystemError;
  if (code === 'EADDRINUSE')
    return `port ${port} of ${address} is taken: stop what listens there, or set PORT to another`;
  if (code === 'EACCES' && port !== undefined)
    return `port ${port} of ${address} is not allowed to this user: set PORT to another`;
  if (code === 'EADDRNOTAVAIL') return `${address} is no address of this machine: set HOST to one`;
  if (error.name === 'Error' || error instanceof TypeError)
    return error.cause || code ? error.message : (error.stack ?? error.message);
  return error.message;
};
