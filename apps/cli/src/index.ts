import { commandLine } from '@relais/services/command-line';

// Whoever reads our lines may have read enough: `relais events | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await commandLine(process.argv.slice(2));
