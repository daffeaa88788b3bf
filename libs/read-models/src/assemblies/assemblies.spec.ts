import type { HubEvent } from '@relais/catalogue';
import type { AssemblyId, ListId } from '@relais/vocabulary';
import { founded, lille, recordedAt, specification } from '../testing/index.js';
import { assemblies } from './assemblies.js';

const { given } = specification(assemblies);
const profile = { name: 'Assemblée de Lille', city: 'Lille', country: 'FR', zone: 'Europe/Paris' };
const opened = (list: string, name: string): HubEvent => ({
  type: 'list.opened',
  data: { list: list as ListId, assembly: lille, name, kind: 'info' },
});

describe('assemblies', () => {
  it('are there once they are founded', () =>
    given(founded({ profile }), founded({ assembly: 'brest' as AssemblyId })).then(
      { assembly: 'brest' as AssemblyId },
      { assembly: lille, profile, foundedAt: recordedAt, lists: [] },
    ));

  it('are as they describe themselves today', () =>
    given(founded(), {
      type: 'assembly.described',
      data: { assembly: lille, profile: { ...profile, website: 'https://lille.example' } },
    }).then({ profile: { ...profile, website: 'https://lille.example' }, foundedAt: recordedAt }));

  it('have their lists, each under its present name', () =>
    given(
      founded(),
      opened('info-lille', 'Info'),
      opened('dons-lille', 'Dons'),
      opened('info-lille', 'La lettre'),
    ).then({
      lists: [
        { list: 'dons-lille' as ListId, name: 'Dons', kind: 'info' },
        { list: 'info-lille' as ListId, name: 'La lettre', kind: 'info' },
      ],
    }));

  it('are not made by a list', () => given(opened('info-lille', 'Info')).then());
});
