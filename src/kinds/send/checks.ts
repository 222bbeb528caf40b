/** What can be wrong with a message. Pure. */
import type { FlowNode, Surroundings } from '../../flow/document.ts';
import type { Check } from '../../flow/kind.ts';
import type { Fix, Problem, Severity } from '../../flow/problem.ts';
import { fillSentence } from '../../flow/text.ts';
import type { SendData } from './kind.ts';
import { CALLER, ME, recipientOf } from './recipient.ts';
import { smsLength } from './sms-length.ts';

export const checks: readonly Check<SendData>[] = [
  {
    code: 'send/no-text',
    test: (node) => (node.data.text.trim() === '' ? [problem(node, 'no-text', 'error', 'text')] : []),
  },
  {
    code: 'send/no-address',
    test: (node, { document }) => {
      const { to, address } = node.data;
      if (to === ME) return address.trim() === '' ? [problem(node, 'no-address', 'error', 'address')] : [];
      // An information that is gone is reported for every kind alike.
      const isGone = to !== CALLER && to !== '' && !Object.hasOwn(document.information, to);
      return isGone || recipientOf(node.data, document) ? [] : [problem(node, 'no-address', 'error', 'to')];
    },
  },
  {
    code: 'send/bad-address',
    test: (node, { document }) => {
      const { to, address } = node.data;
      return to === ME && address.trim() !== '' && !recipientOf(node.data, document)
        ? [problem(node, 'bad-address', 'error', 'address', { address })]
        : [];
    },
  },
  {
    code: 'send/long-sms',
    test: (node, { document }) => {
      if (node.data.channel !== 'sms') return [];
      const { count, limit } = smsLength(typical(node.data.text, document));
      return count > limit ? [problem(node, 'long-sms', 'hint', 'text', { count, limit })] : [];
    },
  },
  {
    code: 'send/caller-number-unknown',
    test: (node, { document, knownBefore }) => {
      if (node.data.channel !== 'sms' || node.data.to !== CALLER) return [];
      const given = Object.values(document.information).find(
        ({ id, type }) => type === 'phone' && knownBefore.has(id),
      );
      // Only where there is a better address: most callers do show their number.
      return given
        ? [
            problem(
              node,
              'caller-number-unknown',
              'hint',
              'to',
              { information: given.name },
              { command: 'edit-field', args: { node: node.id, path: 'to', value: given.id } },
            ),
          ]
        : [];
    },
  },
];

/** The text with the name of each information in place of a value that is not known yet. */
function typical(text: string, document: Surroundings): string {
  const names = Object.values(document.information).map(({ id, name }) => [id, name]);
  return fillSentence(text, document, Object.fromEntries(names));
}

function problem(
  node: FlowNode<SendData>,
  code: string,
  severity: Severity,
  field: string,
  params: Problem['params'] = {},
  fix?: Fix,
): Problem {
  return { code: `send/${code}`, severity, at: { node: node.id, field }, params, ...(fix ? { fix } : {}) };
}
