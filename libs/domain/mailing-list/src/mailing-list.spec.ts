import { specification } from '@relais/event-sourcing/testing';
import type { AssemblyId, ListId } from '@relais/vocabulary';
import { mailingList } from './mailing-list.js';

const { given } = specification(mailingList);
const list = { list: 'info-lille' as ListId, assembly: 'lille' as AssemblyId, kind: 'info' as const };
const opened = (name: string) => ({ type: 'list.opened' as const, data: { ...list, name } });
const open = (name: string) => ({ type: 'open' as const, ...list, name });

describe('a mailing list', () => {
  it('is opened once', () => {
    given().when(open('Lettre')).then(opened('Lettre'));
    given(opened('Lettre')).when(open('Lettre')).thenNothing();
  });

  it('is opened again under another name', () => {
    given(opened('Lettre')).when(open('Infos')).then(opened('Infos'));
    given(opened('Lettre'), opened('Infos')).when(open('Infos')).thenNothing();
  });
});
