import { documentInWords } from '../testing/in-words.js';

const link = 'https://loomio.test/d/AbCdEf12/bal';
const bal = 'undated: Bal';

describe('a message to a webhook, as programs write it', () => {
  it.each([
    ['Mattermost', { text: `[Bal](${link})`, username: 'Loomio', icon_url: 'x' }],
    ['Mattermost, to a channel', { channel: 'town-square', text: `[Bal](${link})` }],
    ['Slack', { text: `<${link}|Bal>` }],
    ['Slack, in blocks', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `<${link}|Bal>` } }] }],
    ['Slack, in an attachment', { attachments: [{ fallback: 'Bal', color: '#fff', title: 'Bal', title_link: link }] }],
    ['Slack, above an attachment', { attachments: [{ pretext: `<${link}|Bal>`, color: '#fff' }] }],
    ['Discord', { content: `[Bal](${link})`, avatar_url: 'x' }],
    [
      'Discord, as somebody',
      { username: 'Loomio', avatar_url: 'x', content: null, embeds: [{ title: 'Bal', url: link }] },
    ],
    [
      'Teams',
      { '@type': 'MessageCard', '@context': 'https://schema.org/extensions', title: 'Bal', text: `[Bal](${link})` },
    ],
    ['Webex', { markdown: `**[Bal](${link})**` }],
    ['a list of them', [{ text: `[Bal](${link})` }]],
  ])('is read: %s', async (_what, message) => {
    expect(await documentInWords(JSON.stringify(message))).toEqual([bal]);
  });

  it('is named where it has no link', async () => {
    expect(await documentInWords('{"text":"Bonjour"}')).toEqual([
      '! messages[0]: no link in the text: it cannot be told from other messages',
    ]);
  });
});
