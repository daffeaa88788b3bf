import 'reflect-metadata';
import { readSettings } from '@relais/configuration';
import type { PersonId } from '@relais/vocabulary';
import { context } from '../../start/application.js';
import { parts } from '../../start/part.js';
import { deploy } from '../../wiring/deploy.js';
import { Erasing } from '../erasing.js';

/** A process of its own that erases a person and is killed, by the system and at once, after a step of it. */
const [, , person = '', last = ''] = process.argv;
const courier = parts.filter(({ name }) => name === 'courier');
const application = await context(deploy(readSettings(process.env)), courier);
await application.get(Erasing).erase({ person: person as PersonId }, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL');
});
await application.close();
