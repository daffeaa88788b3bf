import { InvalidConfiguration, readConfiguration } from '../read-configuration.js';

/** The least that a configuration may say, up to line 6; what belongs to its assembly may follow. */
export const lille = `assemblies:
  - id: lille
    name: Assemblée des communs de Lille
    city: Lille
    country: FR
    zone: Europe/Paris
`;

/** What is wrong with a configuration, a line each; nothing where it is right. */
export const problemsIn = (text: string): readonly string[] => {
  try {
    readConfiguration(text, 'relais.yaml');
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.problems;
    throw error;
  }
  return [];
};
