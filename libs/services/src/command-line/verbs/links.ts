import type { SourceId } from '@relais/vocabulary';
import { SignedLinks } from '../../intake/signed-links.js';
import { keysOf } from '../../wiring/adapters.js';
import { NotConfigured } from '../../wiring/deployment.js';
import type { Verb } from '../verb.js';

/** Where announcements can be sent that nobody fetches. What it prints is secret. */
export const links: Verb = {
  name: 'links',
  summary: 'the secret links by which announcements come in: webhook, form, mail',
  options: [['--source <id>', 'of this source alone']],
  async run({ settings, deployment, output }, { source }) {
    const deployed = deployment();
    const named = source === undefined ? deployed.intakes : [deployed.intake(source as SourceId)];
    const keys = keysOf(settings);
    try {
      const signed = new SignedLinks(keys, deployed);
      for (const intake of named) {
        if (intake === undefined)
          throw new NotConfigured(`«${source}» receives nothing: give it «receives: [form]» in the configuration`);
        const ways = signed.linksOf(intake);
        const { source: id, title } = intake.description;
        output.say({ source: id, ...ways }, () =>
          [`${id} (${title})`, ...Object.entries(ways).map(([way, link]) => `  ${way.padEnd(8)} ${link}`)].join('\n'),
        );
      }
      if (named.length === 0) output.line('no source receives anything: give one «receives: [form, mail]»');
      if (named.some((one) => one?.receives.includes('mail')) && settings.intakeSmtp === undefined && !output.json)
        output.line('mail is not taken yet: set INTAKE_SMTP, such as 127.0.0.1:2525');
      return 0;
    } finally {
      await keys.close();
    }
  },
};
