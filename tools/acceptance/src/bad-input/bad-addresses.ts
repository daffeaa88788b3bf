import assert from 'node:assert/strict';
import { elements, parseDocument, textOf } from '../agenda.ts';
import { holding } from '../main-run.ts';
import { Room, today } from '../room.ts';

const addresses = [
  ...[
    '',
    'zacharie',
    'zacharie at exemple.test',
    'zacharie@',
    '@exemple.test',
    'zacharie@exemple',
    'zacharie@exemple..test',
  ],
  ...['zacharie@exemple.test, autre@exemple.test', 'zacharie@exemple.test\r\nBcc: autre@exemple.test'],
  ...['<zacharie@exemple.test>', `${'zacharie'.repeat(40)}@exemple.test`],
];

export const badAddresses = (): Promise<readonly string[]> =>
  Room.with(today, async (room) => {
    await room.hub();
    const before = await room.events();
    let said = '';
    for (const adresse of addresses) {
      const wish = { liste: 'info-lille', adresse, langue: 'fr', consentement: 'oui' };
      const answer = await room.site.post('/lille/abonnement', wish);
      assert.equal(answer.status, 400, `«${adresse}» was taken`);
      const page = parseDocument(await answer.text());
      const field = elements('input', page).find(({ attribs }) => attribs['name'] === 'adresse');
      const beside = elements('*', page).find(({ attribs }) => attribs['id'] === 'adresse-erreur');
      said = textOf(beside);
      assert.equal(field?.attribs['aria-describedby'], 'adresse-erreur');
      assert.ok(
        said !== '' && field?.parent === beside?.parent,
        `«${adresse}»: what is wrong must be said beside the field`,
      );
    }
    assert.equal(await room.events(), before, 'events of addresses that were refused');
    assert.deepEqual(holding(room.data, 'zacharie@'), []);
    return [`${addresses.length} bad addresses: HTTP 400, «${said}» beside the field, nothing stored`];
  });
