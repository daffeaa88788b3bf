import { deploy } from '../../wiring/deploy.js';
import { withRoster } from '../source-named.js';
import { bad, doubtful, good, messageOf, type Examination } from './examination.js';

export const sources: Examination = {
  name: 'sources',
  async look(settings) {
    try {
      const deployment = deploy(settings);
      const all = await withRoster({ settings, deployment: () => deployment }, (roster) => roster.all().length);
      if (all === 0) return doubtful('none', 'name one in relais.yaml, or find one: relais sources suggest URL');
      const configured = deployment.sources.length;
      return good(`${all} read: ${configured} of the configuration, ${all - configured} added while Relais ran`);
    } catch (error) {
      return bad(messageOf(error), 'correct what is named above');
    }
  },
};
