/** What the rules of a decision mean. Pure: the same facts give the same answer, whoever evaluates them. */
import type { FlowDocument, HoursId, InformationId } from '../../flow/document.ts';
import { isHoliday, isOpen } from '../../flow/hours.ts';
import { type CalendarRule, type DecisionCase, type Operator, OTHERWISE, type Rule } from './rule.ts';

export interface Facts {
  readonly now: number;
  readonly information: Readonly<Record<InformationId, string>>;
}

/** Id of the first case that holds, or `otherwise`. A case without rules never holds. */
export function decideCase(cases: readonly DecisionCase[], document: FlowDocument, facts: Facts): string {
  return cases.find((row) => holds(row, document, facts))?.id ?? OTHERWISE;
}

function holds(row: DecisionCase, document: FlowDocument, facts: Facts): boolean {
  if (row.rules.length === 0) return false;
  const results = row.rules.map((one) => ruleHolds(one, document, facts));
  return row.match === 'all' ? results.every(Boolean) : results.some(Boolean);
}

function ruleHolds(one: Rule, document: FlowDocument, facts: Facts): boolean {
  if (one.type !== 'compare') {
    const hours = document.hours[one.hours as HoursId];
    return hours !== undefined && (one.type === 'open' ? isOpen : isHoliday)(hours, facts.now) === one.is;
  }
  return compare(facts.information[one.information as InformationId] ?? '', one.operator, one.value);
}

/** Values are text; numbers are read from them with comma or point, missing values satisfy nothing but `is-not`. */
export function compare(value: string, operator: Operator, expected: string): boolean {
  const left = fold(value);
  const right = fold(expected);
  switch (operator) {
    case 'given':
      return left !== '';
    case 'is':
      return (
        left !== '' && (left === right || (toNumber(left) !== null && toNumber(left) === toNumber(right)))
      );
    case 'is-not':
      return left !== right && (toNumber(left) === null || toNumber(left) !== toNumber(right));
    case 'contains':
      return right !== '' && left.includes(right);
    case 'more-than':
    case 'less-than': {
      const [a, b] = [toNumber(left), toNumber(right)];
      return a !== null && b !== null && (operator === 'more-than' ? a > b : a < b);
    }
    case 'before':
      return left !== '' && right !== '' && left < right;
    case 'after':
      return left !== '' && right !== '' && left > right;
  }
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function toNumber(text: string): number | null {
  const found = /-?\d+(?:[.,]\d+)?/.exec(text.replaceAll(' ', ''));
  return found ? Number(found[0].replace(',', '.')) : null;
}

/** A person's text in code: braces as escapes, so that no template engine finds a mark in it (vapi-facts §12.14). */
function literal(text: string): string {
  return JSON.stringify(text).replaceAll('{', '\\u007b').replaceAll('}', '\\u007d');
}

/**
 * JavaScript for a Vapi code tool (`args` holds the information): returns `{ outcome }`, the same as `decideCase`.
 * Built from data only; user text enters as JSON literals.
 */
export function decisionCode(
  cases: readonly DecisionCase[],
  calendarFact: (rule: CalendarRule) => string,
): string {
  const branches = cases
    .filter((row) => row.rules.length > 0)
    .map((row) => {
      const tests = row.rules.map((one) =>
        one.type !== 'compare'
          ? `(${calendarFact(one)})===${one.is}`
          : `cmp(args[${JSON.stringify(one.information)}],${JSON.stringify(one.operator)},${literal(one.value)})`,
      );
      return `if(${tests.join(row.match === 'all' ? '&&' : '||')})return {outcome:${JSON.stringify(row.id)}};`;
    });
  return `${COMPARE_SOURCE}${branches.join('')}return {outcome:${JSON.stringify(OTHERWISE)}};`;
}

/** `compare` once more, as source text: a test holds the two to the same answers. */
const COMPARE_SOURCE = [
  'function fold(t){return String(t===undefined||t===null?"":t).normalize("NFD").replace(/\\p{M}/gu,"").toLowerCase().replace(/\\s+/g," ").trim()}',
  'function num(t){var f=/-?\\d+(?:[.,]\\d+)?/.exec(t.replace(/ /g,""));return f?Number(f[0].replace(",",".")):null}',
  'function cmp(v,o,e){var l=fold(v),r=fold(e),a=num(l),b=num(r);',
  'if(o==="given")return l!=="";',
  'if(o==="is")return l!==""&&(l===r||(a!==null&&a===b));',
  'if(o==="is-not")return l!==r&&(a===null||a!==b);',
  'if(o==="contains")return r!==""&&l.indexOf(r)>=0;',
  'if(o==="more-than")return a!==null&&b!==null&&a>b;',
  'if(o==="less-than")return a!==null&&b!==null&&a<b;',
  'if(o==="before")return l!==""&&r!==""&&l<r;',
  'if(o==="after")return l!==""&&r!==""&&l>r;',
  'return false}',
].join('');
