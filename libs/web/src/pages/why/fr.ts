import type { Ending } from '@relais/mailing-list';
import type { Fate, Reason } from './explained.js';

export const fr = {
  title: 'Pourquoi cette lettre, et pas une autre',
  lead: 'Ce que dit le journal de ce relais, et rien d’autre. Personne ne voit cette page que par votre lien.',
  reasons: 'En bref',
  consent: 'Votre accord',
  letters: 'Vos dernières lettres',
  noLetter: 'Aucune lettre ne vous a encore été écrite.',
  asked: (list: string, at: string, form: string, wording: string) =>
    `${list}\u00a0: demandée le ${at}, par le formulaire ${form} (texte ${wording}).`,
  imported: (list: string, at: string, since: string | undefined) =>
    `${list}\u00a0: reprise d’une autre liste le ${at}${since ? `, où vous étiez depuis le ${since}` : ''}.`,
  confirmed: (at: string) => `Confirmée le ${at}.`,
  chose: (at: string) => `Préférences choisies le ${at}.`,
  ended: (at: string, why: string) => `Terminée le ${at}\u00a0: ${why}.`,
  endings: {
    left: 'par votre page de désabonnement',
    'one-click': 'par le bouton de votre messagerie',
    mail: 'par un courriel de désabonnement',
    undeliverable: 'les lettres n’arrivaient plus',
    complaint: 'une lettre a été signalée comme indésirable',
    unanswered: 'on a demandé si vous la vouliez encore, sans réponse',
    'import-undone': 'l’import qui vous avait inscrit·e a été défait',
    erased: 'vous avez demandé à être oublié·e',
  } satisfies Record<Ending, string> as Record<Ending, string>,
  purposes: {
    confirmation: 'Demande de confirmation',
    digest: 'Lettre',
    correction: 'Correction',
    reminder: 'Question',
    copy: 'Copie',
    canary: 'Témoin',
  },
  handedOver: (at: string) => `Remise le ${at}.`,
  fates: {
    'waits-for-approval': 'Attend que quelqu’un l’approuve.',
    intended: 'Doit partir.',
    'handed-over': 'Est en train de partir.',
    accepted: 'Votre fournisseur l’a prise\u00a0:',
    deferred: 'Votre fournisseur ne la voulait pas pour l’instant\u00a0; on réessaie\u00a0:',
    refused: 'Votre fournisseur l’a refusée\u00a0:',
    kept: 'N’est pas partie\u00a0:',
    unknown: 'On ne sait pas si elle est arrivée\u00a0; elle n’est pas renvoyée à l’aveugle.',
    bounced: 'Est revenue\u00a0:',
    complained: 'A été signalée comme indésirable.',
  } satisfies Record<Fate, string> as Record<Fate, string>,
  keptFor: {
    left: 'l’abonnement était terminé',
    forgotten: 'l’adresse était oubliée',
    rejected: 'le numéro a été rejeté',
    'nothing to say': 'il n’y avait rien à dire',
  } as Readonly<Record<string, string>>,
  why: {
    'unknown-address': 'Aucun abonnement n’est connu à cette adresse.',
    'not-confirmed': (since: string) =>
      `L’abonnement demandé le ${since} n’est pas confirmé\u00a0: rien n’est envoyé avant.`,
    ended: (at: string, why: string) => `L’abonnement est terminé depuis le ${at}\u00a0: ${why}.`,
    paused: (until: string) => `Les lettres sont en pause jusqu’au ${until}.`,
    'has-letter': (issue: string) => `Une lettre du numéro ${issue} est pour vous\u00a0: voyez plus bas.`,
    'no-such-issue': (issue: string) => `Aucun numéro ${issue} n’a été composé\u00a0: il n’y avait rien de neuf.`,
    'waits-for-approval': (issue: string) => `Le numéro ${issue} attend que quelqu’un l’approuve.`,
    'came-before-you': (issue: string) => `Le numéro ${issue} a été composé avant que votre abonnement soit confirmé.`,
    'other-city': (issue: string) => `Le numéro ${issue} est d’une ville que vous n’avez pas choisie.`,
    'other-rhythm': (issue: string) => `Le numéro ${issue} est d’un autre rythme que celui que vous avez choisi.`,
    'not-yet': (issue: string) => `Le numéro ${issue} est pour vous, mais son heure n’est pas encore venue.`,
    rejected: (issue: string) => `Le numéro ${issue} a été rejeté et n’est parti chez personne.`,
    nothing: {
      'nothing-happened': (issue: string) => `Le numéro ${issue} n’avait rien à dire à personne.`,
      'other-kinds': (issue: string) =>
        `Rien, dans le numéro ${issue}, n’est de ce que vous avez choisi qu’on vous dise.`,
      'other-themes': (issue: string) => `Rien, dans le numéro ${issue}, n’est de vos thèmes.`,
    },
    due: (at: string) => `La prochaine lettre est prévue le ${at}, s’il y a du nouveau pour vous.`,
  } satisfies Record<Reason['type'], unknown>,
  preferences: 'Changer ce que vous recevez',
};

export type WhyWords = typeof fr;
