import { pathOf } from '../components/links.js';
import { messages } from '../i18n/messages.js';
import type { PageRequest, PageResponse } from '../page.js';

const page = (status: number, title: string, text: string, { language }: PageRequest): PageResponse => ({
  status,
  title,
  private: true,
  body: (
    <>
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <ul class="links">
        <li>
          <a class="button" href={pathOf('/', language)}>
            {messages[language].toHome}
          </a>
        </li>
        <li>
          <a href={pathOf('/agenda', language)}>{messages[language].wholeAgenda}</a>
        </li>
      </ul>
    </>
  ),
});

/** 404. */
export const notFoundPage = (request: PageRequest): PageResponse => {
  const words = messages[request.language];
  return page(404, words.notFound, words.notFoundText, request);
};

/** 500. */
export const failurePage = (request: PageRequest): PageResponse => {
  const words = messages[request.language];
  return page(500, words.failure, words.failureText, request);
};

/** 503: nothing was projected yet. */
export const preparingPage = (request: PageRequest): PageResponse => {
  const words = messages[request.language];
  return page(503, words.preparing, words.preparingText, request);
};

/** 4xx: the request itself cannot be answered. */
export const refusedPage = (request: PageRequest, status: number): PageResponse => {
  const words = messages[request.language];
  return page(status, words.refused, words.refusedText, request);
};
