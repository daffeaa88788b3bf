/**
 * The pure part of the code: the same input gives the same output, on every machine and at every time. No clock, no
 * random number, no file, no network, no environment.
 *
 * `except` is what lies in the folder and is not pure; `may` is a built-in module that is used purely. Each says why.
 *
 * @type {readonly Readonly<{
 *   files: string;
 *   except?: readonly string[];
 *   may?: readonly string[];
 *   because?: string;
 * }>[]}
 */
export const pure = [
  { files: 'libs/event-sourcing/src' },
  { files: 'libs/domain/*/src' },
  {
    files: 'libs/sources/src',
    except: ['libs/sources/src/apart'],
    may: ['node:module'],
    because:
      'xml-feed requires its tokeniser, so that it is the same module as the one of sanitize-html; the folder apart runs the pure reading in a thread with a deadline',
  },
  { files: 'libs/matching/src' },
  {
    files: 'libs/read-models/src/*',
    except: ['as-of', 'diff', 'replaying', 'storage', 'what-if'].map((folder) => `libs/read-models/src/${folder}`),
    because:
      'a projection is a folder; the folder storage keeps the rows in files, those named beside it read, build and compare such files, and the files beside them replay',
  },
  { files: 'libs/feeds/src' },
  {
    files: 'libs/digests/src',
    except: ['libs/digests/src/paper'],
    because: 'the folder paper reads fonts, and draws in a thread',
  },
  { files: 'libs/web/src' },
  {
    files: 'libs/demonstration/src',
    except: ['libs/demonstration/src/write-programme.ts'],
    may: ['node:crypto'],
    because: 'an id is a hash of what it names; the programme is written in one place',
  },
];

/** What a test does is its own affair. */
export const tests = ['**/*.spec.{ts,tsx}', '**/testing/**/*.{ts,tsx}'];

/** A module whose decider must name every case, so that the compiler finds the one that is missing. */
export const deciders = ['libs/domain/*/src/**/*.ts'];
