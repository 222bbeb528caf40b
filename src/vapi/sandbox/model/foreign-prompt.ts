/** What a prompt that we did not write says: facts to answer from, values it knows, and what to do after the work. Pure. */
import type { Fact } from '../../script/script.ts';
import { answerFrom } from './facts.ts';
import { chosenOf, type Option } from './foreign-options.ts';
import { type Hearing, type OwnItem, recognise } from './recognise.ts';
import { fold } from './words.ts';

/** Lines that tell the model what to do are nothing to tell a caller. */
const ORDER =
  /^(you|your (role|task|job|goal)|tu|vous|ton|votre (role|tache|mission)|ask|demande[sz]?|call|appelle|use|utilise|never|ne|always|toujours|if|si|when|quand|then|puis|do not|don't|be|sois|soyez|speak|parle|greet|salue|collect|recueille|confirm|once|one|une fois|after|apres|transfer|transfere|hand|help|aide|keep|reste|repeat|repete|dis|say|thank|remercie|end|termine|first|d'abord|verify|verifie|only|propose|offer|let|make)\b/;

/** The line of the prompt that answers a question; null when none is about it. */
export function answerIn(prompt: string, said: string): string | null {
  return isQuestion(said) ? answerFrom(factsIn(prompt), said) : null;
}

export function isQuestion(said: string): boolean {
  return (
    said.includes('?') ||
    /^(what|when|where|how|do you|are you|is there|can i|which|who|quand|ou est|comment|combien|quel|quelle|quels|quelles|est-ce|avez-vous|etes-vous|faites-vous)\b/.test(
      fold(said).trim(),
    )
  );
}

function factsIn(prompt: string): Fact[] {
  const lines = prompt.split('\n').map((line) => line.replace(/^[\s>*•-]+|^\d+[.)]\s*/g, '').trim());
  return lines.flatMap((line, index): Fact[] => {
    const asked = /^(?:Q|Question)\s?:\s*(.+)$/i.exec(line)?.[1];
    const answered = /^(?:A|R|Answer|Réponse)\s?:\s*(.+)$/i.exec(lines[index + 1] ?? '')?.[1];
    if (asked !== undefined) return answered === undefined ? [] : [{ question: asked, answer: answered }];
    if (line === '' || line.length > 300 || /^(#|(A|R|Answer|Réponse)\s?:)/i.test(line)) return [];
    return line
      .split(/(?<=[.!])\s+/)
      .filter((sentence) => sentence.length > 8 && !ORDER.test(fold(sentence)))
      .map((sentence) => ({ question: sentence.split(/[:(]/)[0]!, answer: sentence }));
  });
}

/** A value that the prompt states as `label: value`, under the name of the slot or what a person calls it. */
export function statedFor(slot: OwnItem, prompt: string, hearing: Hearing): string | null {
  const names = [
    fold(slot.label),
    fold(slot.key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]/g, ' ')),
  ];
  for (const line of prompt.split('\n')) {
    const [, label = '', value = ''] = /^[\s*•-]*([^:\n]{2,40}?)\s?:\s*(\S[^\n]*)$/.exec(line) ?? [];
    const isMeant = names.includes(fold(label).replace(/^(customer|caller|client) /, ''));
    if (isMeant && value.split(/\s+/).length <= 6 && !ORDER.test(fold(value)))
      return recognise(slot, value.replace(/\.$/, ''), hearing);
  }
  return null;
}

const AFTER =
  /\b(after|afterwards|once|then|finally|when (?:you are )?(?:done|finished)|apres|ensuite|une fois|puis|enfin|dès que|des que)\b/;
const ENDING =
  /\b(end|hang up|terminate|finish)\b.*\b(call|conversation)\b|\bhang up\b|raccroch|(?:termin|mets fin|mettre fin|clotur)\w*.*(?:appel|conversation)/;
const PASSING = /\b(transfer|hand (?:off|over)|pass|connect|transfere\w*|passe|oriente\w*|redirige\w*)\b/;

/** What the prompt wants once the work is done: the end, a place to go on, or nothing of the kind. */
export function afterwards(prompt: string, places: readonly Option[]): 'end' | Option | null {
  for (const sentence of prompt.split(/(?<=[.!])\s+|\n/)) {
    const folded = fold(sentence);
    if (!AFTER.test(folded)) continue;
    if (ENDING.test(folded)) return 'end';
    if (!PASSING.test(folded) || places.length === 0) continue;
    const chosen = chosenOf(sentence, places);
    if (chosen && 'option' in chosen) return chosen.option;
  }
  return null;
}
