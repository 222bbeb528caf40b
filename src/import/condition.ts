/** Conditions of ways, in the notations that files use: words, Liquid, comparisons. Pure and total. */
import { isJsonObject } from '../lib/json.ts';
import { firstText, textIn } from './foreign.ts';
import type { Condition, LogicOperator, LogicRules } from './station.ts';
import { clip } from './words.ts';

/** Whatever no other way foresees. */
const OTHERWISE =
  /^(?:if |in )?(?:otherwise|else|default|fallback|always|any ?thing else|(?:in )?(?:all|any) other cases?|none of the (?:above|others)|sinon|autrement|par défaut|dans (?:tous )?les autres cas|aucun des autres)[.!]?$/iu;
const FAILED =
  /\b(fail(s|ed|ure|ing)?|errors?|unsuccessful(ly)?|timed? ?out|times? out|unavailable|(?:not|never|isn['’]t|wasn['’]t|cannot|can['’]t|could(?:n['’]t| not)) (?:been? )?(?:available|successful(?:ly)?|succeed(?:ed)?|found|find|reach(?:ed)?|ok|work)|un?successful|no (?:match(?:es)?|results?|answer)|unreachable|problem|did(n['’]t| not) work|erreur|échec|échoue|échoué|indisponible|injoignable|problème|impossible|introuvable|n['’]a pas (?:abouti|fonctionné|réussi|marché)|(?:pas|rien|aucun\w*)(?: été)? (?:trouvée?|résultat))(?!\p{L})/iu;

/** The condition of a link; `failing` files (requests) also say in it that something went wrong. */
export function readCondition(value: unknown): Condition {
  if (value === undefined || value === null) return { type: 'none' };
  const type = textIn(value, 'type').toLowerCase();
  const text = isJsonObject(value)
    ? firstText(
        ...[
          'prompt',
          'liquid',
          'expression',
          'booleanExpression',
          'condition',
          'text',
          'value',
          'description',
        ].map((key) => textIn(value, key)),
      )
    : textIn(value);
  if (/^(fail(ed|ure)?|error|on-?error)$/.test(type)) return { type: 'failed', text: firstText(text, type) };
  if (text === '' || OTHERWISE.test(text)) return { type: 'none' };
  const cases = readLogic(text);
  if (
    type === 'logic' ||
    type === 'liquid' ||
    type === 'programmatic' ||
    cases.length > 0 ||
    /\{\{|\{%/.test(text)
  )
    return { type: 'logic', text, cases };
  return { type: 'words', text };
}

/** Whether a condition speaks of something that did not work. */
export function speaksOfFailure(condition: Condition): boolean {
  if (condition.type === 'failed') return true;
  if (condition.type === 'none') return false;
  if (condition.type === 'logic' && condition.cases.length > 0)
    return condition.cases[0]!.rules.some(
      (rule) =>
        (/status|code/i.test(rule.name) &&
          (rule.operator === 'is-not' ? /^2\d\d$/ : /^[45]\d\d$|^(4|5)00$/).test(rule.value)) ||
        (/status|code/i.test(rule.name) && rule.operator === 'more-than' && /^(299|399)$/.test(rule.value)) ||
        (/success|ok$/i.test(rule.name) && rule.operator === 'is' && /^(false|no)$/i.test(rule.value)) ||
        (/error|fail/i.test(rule.name) &&
          (/^(given|holds)$/.test(rule.operator) || /^(true|yes)$/i.test(rule.value))) ||
        FAILED.test(rule.value),
    );
  return FAILED.test(condition.text);
}

const WORKED =
  /\b(succe(?:ss|eds?|eded|ssful(?:ly)?)|works?|worked|ok|found|available|réussie?|réussit|abouti|trouvée?|fonctionne|disponible)(?!\p{L})/iu;

/** Whether a condition in words speaks of something that worked. */
export function speaksOfSuccess(condition: Condition): boolean {
  return condition.type === 'words' && !FAILED.test(condition.text) && WORKED.test(condition.text);
}

const COMPARISON =
  /^\(?\s*([A-Za-z_][\w.-]*)\s*(===?|!==?|<>|>=|<=|>|<|\bcontains\b)\s*("[^"]*"|'[^']*'|-?\d+(?:[.,]\d+)?|true|false|nil|null|blank|empty|[A-Za-z][\w-]*)\s*\)?$/i;
const TRUTHY = /^[A-Za-z_][\w.-]*$/;

/** Most rules that one case may have, and most cases that a condition is worth. */
const RULES = 8;
const CASES = 4;

/**
 * `{{ tier == "VIP" }}`, `{{tier}} == 'VIP'`, `{% if age > 17 and vip %}true{% endif %}`: it holds when one of the cases
 * does; none when it is no such thing.
 */
export function readLogic(text: string): readonly LogicRules[] {
  const condition = bare(text);
  if (condition === null) return [];
  const groups = groupsOf(condition);
  if (groups.length > 1 && groups.every((group) => group.length === 1)) {
    const read = groups.map(([piece]) => comparison(piece!, true));
    const rules = read.flatMap((one) => one?.rules ?? []);
    const isWhole = !read.includes(null) && rules.length <= RULES;
    return isWhole ? [{ match: 'any', rules, rounded: false }] : [];
  }
  const cases = groups.map((pieces) => groupRules(pieces));
  const found = cases.flatMap((one) => one ?? []);
  return found.length === cases.length && found.length <= CASES ? found : [];
}

/** Comparisons that hold together. */
function groupRules(pieces: readonly string[]): LogicRules | null {
  const read = pieces.map((piece) => comparison(piece, pieces.length === 1));
  if (read.includes(null)) return null;
  const rules = read.flatMap((one) => one!.rules);
  if (rules.length === 0 || rules.length > RULES) return null;
  const match = pieces.length === 1 && rules.length > 1 ? 'any' : 'all';
  return { match, rules, rounded: read.some((one) => one!.rounded) };
}

/** Groups of comparisons of which one must hold whole. Liquid reads from the right: "a and b or c" is "a and (b or c)". */
function groupsOf(condition: string): string[][] {
  if (/&&|\|\|/.test(condition))
    return condition.split('||').map((group) => group.split('&&').map((piece) => piece.trim()));
  const parts = condition.split(/\s+(and|or)\s+/i);
  let groups: string[][] = [[parts.at(-1)!.trim()]];
  for (let at = parts.length - 2; at > 0; at -= 2) {
    const piece = parts[at - 1]!.trim();
    groups =
      parts[at]!.toLowerCase() === 'or' ? [[piece], ...groups] : groups.map((group) => [piece, ...group]);
    if (groups.length > RULES) return [];
  }
  return groups;
}

/** The comparison without template marks; null when it does more than compare. */
function bare(written: string): string | null {
  // Comparisons here look past capitals and spaces anyway.
  const text = written.replaceAll(
    /\s*\|\s*(?:downcase|upcase|capitalize|strip|plus:\s*0|times:\s*1|default:\s*(?:"[^"]*"|'[^']*'|\w+))(?=\s|\}|\||$)/g,
    '',
  );
  const tag =
    /^\s*\{%-?\s*if\s+([^%]+?)\s*-?%\}\s*(?:true|yes|1)\s*(?:\{%-?\s*else\s*-?%\}\s*(?:false|no|0)?\s*)?\{%-?\s*endif\s*-?%\}\s*$/i.exec(
      text,
    );
  const lone = /^\s*\{%-?\s*if\s+([^%]+?)\s*-?%\}\s*$/.exec(text);
  const whole = /^\s*\{\{([^{}]*)\}\}\s*$/.exec(text);
  const inside = tag?.[1] ?? lone?.[1] ?? whole?.[1];
  if (inside !== undefined) return inside.trim();
  const marked = /\{\{/.test(text);
  const plain = text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, '$1').trim();
  if (/[{}]/.test(plain)) return null;
  // Without marks only something with a sign in it is a rule: words are words.
  return marked || /[=<>]|&&|\|\||^[\w.-]+\s+contains\s+["']/.test(plain) ? plain : null;
}

function comparison(piece: string, alone: boolean): { rules: LogicRules['rules']; rounded: boolean } | null {
  if (TRUTHY.test(piece)) return { rules: [{ name: piece, operator: 'holds', value: '' }], rounded: false };
  const found = COMPARISON.exec(piece);
  if (!found) return null;
  const [, name, sign, written] = found as unknown as [string, string, string, string];
  const value = clip(written.replace(/^(["'])(.*)\1$/, '$2'), 200);
  const isNothing = /^(nil|null|blank|empty)$/i.test(written) || value === '';
  const one = (operator: LogicOperator, expected = value) => ({ name, operator, value: expected });
  if (isNothing) return /^(!==?|<>)$/.test(sign) ? { rules: [one('given', '')], rounded: false } : null;
  if (/^===?$/.test(sign)) return { rules: [one('is')], rounded: false };
  if (/^(!==?|<>)$/.test(sign)) return { rules: [one('is-not')], rounded: false };
  if (/^contains$/i.test(sign)) return { rules: [one('contains')], rounded: false };
  const operator = sign.startsWith('>') ? 'more-than' : 'less-than';
  if (sign.length === 1) return { rules: [one(operator)], rounded: false };
  if (alone) return { rules: [one(operator), one('is')], rounded: false };
  const limit = Number(value.replace(',', '.'));
  if (!Number.isInteger(limit)) return null;
  return { rules: [one(operator, String(operator === 'more-than' ? limit - 1 : limit + 1))], rounded: true };
}

const WHO =
  "(?:the\\s+|le\\s+|la\\s+|l['’])?(?:users?|callers?|customers?|clients?|patients?|guests?|person|they|he or she|appelante?|cliente?|utilisateur|utilisatrice|patiente?|personne|interlocuteur|il|elle)";
const BEGINNINGS: readonly RegExp[] = [
  /^(?:only\s+)?(?:if|when|whenever|once|in case|use this (?:when|if|tool when)|call this (?:when|if|tool when)|si|quand|lorsque|lorsqu['’]|dès que|à utiliser quand|à appeler quand)\s*/iu,
  new RegExp(`^${WHO}\\s+`, 'iu'),
  /^(?:clearly |explicitly |just )?(?:(?:would )?likes? to|wants? to|wishes to|needs to|asks? to|asked to|requests? to|wanted to|is asking to|veut|souhaite|voudrait|désire|demande à|aimerait)\s+/iu,
  /^(?:(?:wants?|wanted|needs?|requests?|requested|asks? (?:for|about)|asked (?:for|about)|is asking (?:for|about)|is calling (?:for|about)|mentions?|says? (?:that )?|said|demande|appelle pour|parle de|dit (?:que )?))\s+/iu,
  /^(?:has|have|had|a|ont)\s+(?=(?:an?|some|no|the|une?|des|plus|besoin)\s)/iu,
];

/** A short everyday label made of the condition's own words, without "if the caller wants to". */
export function labelOf(condition: string): string {
  const first = condition
    .split(/(?<=[.;\n])\s+/)[0]!
    .replace(/[.;:!]+$/, '')
    .trim();
  let label = first;
  for (const beginning of BEGINNINGS) {
    const rest = label.replace(beginning, '').trim();
    if (rest !== '') label = rest;
  }
  return clip(label.replaceAll(/["“”«»]/g, '').trim(), 60);
}

/** What callers might say, as quoted in a condition. */
export function quotedIn(condition: string): string[] {
  return [...condition.matchAll(/["“«]\s*([^"“”«»]{2,200}?)\s*["”»]/g)].map((found) => found[1]!).slice(0, 6);
}

/** A caller who will not answer. */
export function speaksOfRefusal(text: string): boolean {
  return /\b(refus\w+|declin\w+|unwilling|would rather not|(?:does|do|did)(?:n['’]t| not) (?:want|wish) to (?:give|provide|share|say|answer)|will not (?:give|provide|say)|ne (?:veut|souhaite) pas (?:donner|répondre|dire|communiquer))/iu.test(
    text,
  );
}
