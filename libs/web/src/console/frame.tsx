import type { AdminId } from '@relais/vocabulary';
import type { ComponentChildren } from 'preact';
import { pathOf } from '../components/links.js';
import type { PageRequest, PageResponse } from '../page.js';
import { consoleParts } from './parts.js';
import { consoleWords } from './wording.js';

/** What a page of the console is made from, beside what it shows. */
export type ConsoleRequest = PageRequest & Readonly<{ admin: AdminId }>;

/** A page of the console: its parts, who is in, and the way out. */
export const consolePage = (
  { language, path, admin }: ConsoleRequest,
  {
    title,
    status = 200,
    address,
    body,
  }: Readonly<{
    title: string;
    status?: number;
    /** Where it is in another language. */ address?: string;
    body: ComponentChildren;
  }>,
): PageResponse => {
  const words = consoleWords[language];
  return {
    title: `${title} · ${words.console}`,
    status,
    private: true,
    ...(address !== undefined && { address }),
    body: (
      <>
        <nav class="local" aria-label={words.menu}>
          <ul>
            {consoleParts.map(({ target, label }) => (
              <li key={target}>
                <a href={pathOf(target, language)} aria-current={target === path ? 'page' : undefined}>
                  {label(words)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <h1>{title}</h1>
        {body}
        <form class="card aside" method="post" action={pathOf('/admin/sortir', language)}>
          <p class="quiet">{words.signedInAs(admin)}</p>
          <button>{words.signOut}</button>
        </form>
      </>
    ),
  };
};
