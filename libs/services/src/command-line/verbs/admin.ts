import { AdmissionLinks, linkHolds, minute } from '../../portal/console/admission-links.js';
import { dataFolderOf, keysOf } from '../../wiring/adapters.js';
import { clockOf } from '../../wiring/clocks.js';
import { WrongUse, type Verb } from '../verb.js';

/** Lets an admin in where no mail goes out: whoever can read the master key may. */
export const admin: Verb = {
  name: 'admin',
  summary: 'link: prints a link by which an admin comes into the console, once',
  operands: '<link>',
  options: [['--admin <id>', 'whom: an id of `admins` in relais.yaml; the first, if not given']],
  async run({ settings, deployment, output }, options, [act]) {
    if (act !== 'link') throw new WrongUse(`relais admin knows «link», got «${act}»`);
    const deployed = deployment();
    const [first] = deployed.admins;
    if (first === undefined) throw new WrongUse('there is no admin in the configuration: add one under `admins:`');
    const { id } = typeof options['admin'] === 'string' ? deployed.admin(options['admin']) : first;
    dataFolderOf(settings);
    const keys = keysOf(settings);
    try {
      const link = new AdmissionLinks(deployed, keys, clockOf(settings)).linkFor(id);
      output.say({ admin: id, link, minutes: linkHolds / minute }, () => link);
    } finally {
      await keys.close();
    }
    return 0;
  },
};
