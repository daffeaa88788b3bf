import 'reflect-metadata';
import { readSettings } from '@relais/configuration';
import { Command, CommanderError } from 'commander';
import { exitCode, inWords } from '../start/exit-code.js';
import { deploy } from '../wiring/deploy.js';
import { NotConfigured } from '../wiring/deployment.js';
import { Output } from './output.js';
import { WrongUse, type Ending, type Options, type Verb } from './verb.js';
import { verbs } from './verbs.js';

const perform = async (verb: Verb, { json, ...options }: Options, operands: readonly string[]): Promise<Ending> => {
  const settings = readSettings(process.env);
  return verb.run(
    { settings, deployment: () => deploy(settings), output: new Output(json === true) },
    options,
    operands,
  );
};

const commandOf = (verb: Verb, end: (ending: Ending) => void): Command => {
  const command = new Command(verb.name).description(verb.summary).option('--json', 'for programs: lines of JSON');
  for (const [flags, description] of verb.options ?? []) command.option(flags, description);
  if (verb.operands) command.argument(verb.operands);
  return command.action(async (...given: unknown[]) => {
    const operands = verb.operands ? [given[0]].flat().map(String) : [];
    end(await perform(verb, command.opts<Options>(), operands));
  });
};

const isWrongUse = (error: unknown): boolean => error instanceof WrongUse || error instanceof NotConfigured;

/** `relais …`: resolves to what the process exits with (0 done, 1 failed, 2 wrong use). */
export const commandLine = async (words: readonly string[]): Promise<0 | 1 | 2> => {
  let ended: Ending = 0;
  const program = new Command('relais').description('The federation hub of the assemblies of the commons.');
  program.exitOverride().showHelpAfterError('(relais --help lists what there is)');
  for (const verb of verbs) {
    const command = commandOf(verb, (ending) => (ended = ending));
    program.addCommand(command.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return ended;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(inWords(error));
    return isWrongUse(error) ? 2 : exitCode(error);
  }
};
