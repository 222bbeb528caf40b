/** What people say at a step so that it is left by a way out, in the language of the call. Asks the step's kind; pure. */
import type { CallLanguage, ExitId, FlowDocument, NodeId } from '../flow/document.ts';
import type { Reply } from '../flow/kind.ts';
import { registry } from '../kinds/registry.ts';

/** Every reply but those with words or values of their own. */
export type Manner = Exclude<Reply['type'], 'says' | 'tells'>;

const WORDS: Readonly<Record<CallLanguage, Readonly<Record<Manner, string>>>> = {
  fr: {
    refuses: 'Je préfère ne pas répondre.',
    agrees: 'Oui, c’est ça.',
    babbles: 'Bla bla turlututu.',
    'has-no-more': 'Non merci, c’est tout.',
  },
  en: {
    refuses: 'I would rather not say.',
    agrees: 'Yes, that is right.',
    babbles: 'Blah blah fiddlesticks.',
    'has-no-more': 'No thank you, that is all.',
  },
};

/** What gets an answer where nothing was asked. */
export const HELLO: Readonly<Record<CallLanguage, string>> = { fr: 'Bonjour.', en: 'Hello.' };

/** What no step understands. */
export const NONSENSE = { fr: WORDS.fr.babbles, en: WORDS.en.babbles };

/** Turn by turn; nothing for steps that wait for no words. Without a way out: the usual one. */
export function repliesOf(document: FlowDocument, node: NodeId, exit: ExitId | undefined): readonly Reply[] {
  const drawn = document.nodes[node];
  const kind = drawn && registry.get(drawn.kind);
  if (!drawn || !kind?.replies) return [];
  const wanted = exit ?? kind.exits(drawn.data).find(({ role }) => role === 'next')?.id;
  return wanted === undefined ? [] : kind.replies(drawn.data, wanted);
}

export function spokenReply(reply: Exclude<Reply, { type: 'tells' }>, language: CallLanguage): string {
  return reply.type === 'says' ? reply.words : WORDS[language][reply.type];
}
