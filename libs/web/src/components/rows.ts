import {
  agenda,
  assemblies,
  gatherings,
  news,
  type AgendaRow,
  type AssemblyRow,
  type NewsRow,
} from '@relais/read-models';
import { localTime, type AssemblyId, type LocalDate } from '@relais/vocabulary';
import type { PageRequest } from '../page.js';

/** Pages that show several cities need one zone for "today"; the assemblies are a day apart at most. */
export const commonZone = 'Europe/Paris';

export const todayIn = ({ now }: PageRequest, assembly?: AssemblyRow): LocalDate =>
  localTime(now, assembly?.profile.zone ?? commonZone).date;

export const allAssemblies = ({ models }: PageRequest): AssemblyRow[] =>
  models.find(assemblies, { order: ['city', 'ascending'] }).map(({ row }) => row);

/** The assembly that the path names; undefined when there is none. */
export const assemblyOf = ({ models, params }: PageRequest): AssemblyRow | undefined =>
  models.get(assemblies, params['city'] ?? '');

export const citiesOf = (request: PageRequest): ReadonlyMap<string, string> =>
  new Map(allAssemblies(request).map(({ assembly, profile }) => [assembly, profile.city]));

/** The next gatherings, soonest first. */
export const nextGatherings = (
  { models }: PageRequest,
  today: LocalDate,
  limit: number,
  assembly?: AssemblyId,
): AgendaRow[] =>
  models
    .find(agenda, {
      from: { day: today },
      order: ['starts', 'ascending'],
      limit,
      ...(assembly && { where: { assembly } }),
    })
    .map(({ row }) => row);

export const latestNews = ({ models }: PageRequest, limit: number, assembly?: AssemblyId): NewsRow[] =>
  models
    .find(news, { order: ['known', 'descending'], limit, ...(assembly && { where: { assembly } }) })
    .map(({ row }) => row);

/** Those of these on which their sources do not agree. */
export const disputedAmong = ({ models }: PageRequest, rows: readonly AgendaRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ gathering }) => (models.get(gatherings, gathering)?.conflicts.length ? [gathering] : [])));
