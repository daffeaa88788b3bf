import type { Language } from '@relais/vocabulary';
import type { ListCopy } from './canaries.js';

/**
 * How an external list treats what we send it. `broken`: its readers' providers see a letter that is not signed by whom it is from;
 * `untold`: it arrived, and whether its signature survived nobody said whom we believe.
 */
export type Verdict = 'good' | 'broken' | 'untold' | 'held' | 'refused' | 'waiting';

/** What it means, and what its owner is to be asked for: sentences, as many as apply. */
export type Advice = Readonly<{ verdict: Verdict; means: string; ask: readonly string[] }>;

export const verdictOf = ({ status, arrived, missedAt }: ListCopy): Verdict => {
  if (arrived) return arrived.aligned ? 'good' : arrived.dkim === 'none' ? 'untold' : 'broken';
  if (status === 'refused') return 'refused';
  return missedAt === undefined ? 'waiting' : 'held';
};

type Wording = Readonly<{
  means: Readonly<Record<Verdict, string>>;
  ask: Readonly<Partial<Record<Verdict, string>>>;
  late: string;
  noListId: string;
}>;

const wordings: Readonly<Record<Language, Wording>> = {
  fr: {
    means: {
      good: 'La copie est arrivée, et l’expéditeur affiché est celui que sa signature ou son serveur confirme.',
      broken:
        'La copie est arrivée, mais la liste l’a modifiée : sa signature (DKIM) ne vaut plus pour l’expéditeur affiché. Si notre domaine demande p=reject ou p=quarantine, des fournisseurs refusent la lettre ou la classent en indésirable.',
      untold:
        'La copie est arrivée. Personne en qui nous avons confiance ne dit si sa signature tient : le réglage AUTHSERV_ID manque, ou le serveur qui reçoit n’a rien vérifié.',
      held: 'La copie n’est pas arrivée en une heure : la liste la retient sans doute pour modération, ou notre témoin n’y est pas abonné.',
      refused: 'La liste a refusé la copie.',
      waiting: 'La copie n’est pas encore revenue.',
    },
    ask: {
      broken:
        'Réécrire l’expéditeur (From) des messages dont le domaine publie DMARC (Mailman : « dmarc_mitigate_action: munge_from » ; Sympa : « dmarc_protection »), ou ne plus ajouter de préfixe à l’objet ni de pied de page.',
      held: 'Accepter notre adresse sans modération, et vérifier que l’adresse témoin est abonnée.',
      refused: 'Permettre à notre adresse d’écrire à la liste.',
    },
    late: 'Elle est arrivée après plus d’une heure : quelqu’un l’avait sans doute retenue.',
    noListId: 'Mettre un en-tête List-Id (RFC 2919) : ses abonné·es ne peuvent pas trier la lettre sans lui.',
  },
  en: {
    means: {
      good: 'The copy arrived, and whom it says it is from is confirmed by its signature or its server.',
      broken:
        'The copy arrived, but the list changed it: its signature (DKIM) does not hold for whom it says it is from. Where our domain asks for p=reject or p=quarantine, providers refuse the letter or take it for spam.',
      untold:
        'The copy arrived. Nobody whom we believe says whether its signature holds: the setting AUTHSERV_ID is missing, or the server that receives verified nothing.',
      held: 'The copy did not arrive within an hour: the list probably holds it for moderation, or our canary is not subscribed there.',
      refused: 'The list refused the copy.',
      waiting: 'The copy has not come back yet.',
    },
    ask: {
      broken:
        'Rewrite the sender (From) of messages whose domain publishes DMARC (Mailman: “dmarc_mitigate_action: munge_from”; Sympa: “dmarc_protection”), or add no prefix to subjects and no footer.',
      held: 'Accept our address without moderation, and see that the canary’s address is subscribed.',
      refused: 'Let our address post to the list.',
    },
    late: 'It arrived after more than an hour: somebody had probably held it.',
    noListId: 'Set a List-Id header (RFC 2919): its subscribers cannot sort the letter without it.',
  },
  nl: {
    means: {
      good: 'De kopie is aangekomen, en de getoonde afzender wordt door haar handtekening of server bevestigd.',
      broken:
        'De kopie is aangekomen, maar de lijst heeft ze veranderd: haar handtekening (DKIM) geldt niet meer voor de getoonde afzender. Vraagt ons domein p=reject of p=quarantine, dan weigeren providers de brief of zien ze hem als spam.',
      untold:
        'De kopie is aangekomen. Niemand die we vertrouwen zegt of haar handtekening standhoudt: de instelling AUTHSERV_ID ontbreekt, of de ontvangende server heeft niets nagegaan.',
      held: 'De kopie is niet binnen een uur aangekomen: de lijst houdt ze waarschijnlijk tegen voor moderatie, of onze kanarie is er niet geabonneerd.',
      refused: 'De lijst heeft de kopie geweigerd.',
      waiting: 'De kopie is nog niet teruggekomen.',
    },
    ask: {
      broken:
        'De afzender (From) herschrijven van berichten waarvan het domein DMARC publiceert (Mailman: “dmarc_mitigate_action: munge_from”; Sympa: “dmarc_protection”), of geen voorvoegsel in het onderwerp en geen voettekst toevoegen.',
      held: 'Ons adres zonder moderatie aanvaarden, en nagaan of het adres van de kanarie geabonneerd is.',
      refused: 'Ons adres naar de lijst laten schrijven.',
    },
    late: 'Ze kwam na meer dan een uur aan: iemand had ze waarschijnlijk tegengehouden.',
    noListId: 'Een kop List-Id zetten (RFC 2919): zonder die kop kunnen abonnees de brief niet sorteren.',
  },
};

/** What came of a copy, for whoever looks after the list's letters. */
export const adviceOn = (copy: ListCopy, language: Language): Advice => {
  const { means, ask, late, noListId } = wordings[language];
  const verdict = verdictOf(copy);
  const wasLate = copy.arrived !== undefined && copy.missedAt !== undefined;
  const asked = [
    ask[verdict],
    ...(wasLate ? [ask.held] : []),
    ...(copy.arrived && copy.arrived.listId === null ? [noListId] : []),
  ];
  return {
    verdict,
    means: wasLate ? `${means[verdict]} ${late}` : means[verdict],
    ask: asked.filter((one) => one !== undefined),
  };
};
