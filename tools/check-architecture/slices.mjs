/**
 * Slices: folders beside one another that do not import one another. Of the folders of the same place that are no
 * slices, `ground` are those that all slices stand on, and `above` those that put the slices together.
 *
 * @type {readonly Readonly<{
 *   name: string;
 *   folder: string;
 *   ground?: readonly string[];
 *   above?: readonly string[];
 * }>[]}
 */
export const racks = [
  { name: 'formats', folder: 'libs/sources/src', ground: ['testing'] },
  {
    name: 'projections',
    folder: 'libs/read-models/src',
    ground: ['testing'],
    above: ['diff', 'replaying', 'as-of', 'what-if'],
  },
  { name: 'feeds', folder: 'libs/feeds/src', ground: ['testing'] },
  { name: 'letters', folder: 'libs/digests/src', ground: ['shell', 'telling', 'testing'] },
  { name: 'pages', folder: 'libs/web/src/pages', ground: ['testing'] },
  { name: 'stores', folder: 'libs/event-store/src', ground: ['verification', 'testing'] },
  { name: 'ports', folder: 'libs/transport/src', ground: ['redis', 'testing'] },
  {
    name: 'services',
    folder: 'libs/services/src',
    ground: [
      'wiring',
      'control',
      'subscriptions',
      'subscribers',
      'intake',
      'returns',
      'external-lists',
      'correspondence',
      'adding',
      'recognising',
      'moderation',
      'erasing',
      'notary',
      'postmaster',
      'testing',
    ],
    above: ['start', 'command-line'],
  },
];

/** Adapters of one port are files beside one another: they know the port, and not each other. */
export const adapters = 'libs/transport/src/([^/]+)/([^/]+)-(fetcher|mailer|queue)[.]ts$';

/**
 * The ground of a rack knows nothing of what stands on it.
 *
 * @type {readonly Readonly<{ ground: string; knowsNot: string }>[]}
 */
export const grounds = [
  { ground: 'libs/digests/src/shell', knowsNot: 'libs/digests/src/(?!shell/)[^/]+/' },
  { ground: 'libs/digests/src/telling', knowsNot: 'libs/digests/src/(?!(?:shell|telling)/)[^/]+/' },
  { ground: 'libs/web/src/(?:components|layout|i18n)', knowsNot: 'libs/web/src/pages/' },
  {
    ground: 'libs/services/src/(?:wiring|control)',
    knowsNot:
      'libs/services/src/(?:start|command-line|collector|courier|projector|portal|subscriptions|subscribers|intake|returns|external-lists|correspondence|adding|recognising|moderation|erasing|notary|postmaster)/',
  },
  {
    ground:
      'libs/services/src/(?:subscriptions|subscribers|intake|returns|external-lists|correspondence|adding|recognising|moderation|erasing|notary|postmaster)',
    knowsNot: 'libs/services/src/(?:start|command-line|collector|courier|projector|portal)/',
  },
];
