/** What can be wrong with “Connect a tool”. Pure. */
import type { Check } from '../../flow/kind.ts';
import type { Problem } from '../../flow/problem.ts';
import { addressFault } from './address.ts';
import { isHeaderName } from './request.ts';
import { hasSecretInQuery, isReference, isSecretField, secretName } from './secret.ts';
import { answerPath, type ConnectData, hasBody } from './settings.ts';

interface Found {
  readonly field: string;
  readonly params?: Problem['params'];
}

/** A check that finds fields. */
function check(
  code: string,
  severity: Problem['severity'],
  find: (data: ConnectData) => readonly Found[],
): Check<ConnectData> {
  return {
    code: `connect/${code}`,
    test: (node) =>
      find(node.data).map(({ field, params = {} }) => ({
        code: `connect/${code}`,
        severity,
        at: { node: node.id, field },
        params,
      })),
  };
}

export const checks: readonly Check<ConnectData>[] = [
  check('no-label', 'warning', (data) => (data.label.trim() === '' ? [{ field: 'label' }] : [])),
  check('no-address', 'error', (data) => (data.url.trim() === '' ? [{ field: 'url' }] : [])),
  check('bad-address', 'error', (data) => {
    const reason = data.url.trim() === '' ? null : addressFault(data.url);
    return reason ? [{ field: 'url', params: { reason } }] : [];
  }),
  check('bad-header', 'error', (data) =>
    data.headers.flatMap(({ name, value }, index): Found[] => {
      if (!isHeaderName(name)) return [{ field: `headers.${index}.name`, params: { name, part: 'name' } }];
      const isBroken = isReference(value) && secretName(value) === null;
      return isBroken ? [{ field: `headers.${index}.value`, params: { name, part: 'secret' } }] : [];
    }),
  ),
  check('secret-in-text', 'warning', (data) => [
    ...(hasSecretInQuery(data.url) ? [{ field: 'url', params: { part: 'address' } }] : []),
    ...data.headers.flatMap(({ name, value }, index) =>
      isSecretField(name, value) ? [{ field: `headers.${index}.value`, params: { part: 'header' } }] : [],
    ),
    ...data.body.flatMap(({ name, information, value }, index) =>
      hasBody(data.method) && information === '' && isSecretField(name, value)
        ? [{ field: `body.${index}.value`, params: { part: 'field' } }]
        : [],
    ),
  ]),
  check('bad-path', 'error', (data) =>
    data.answers.flatMap(({ path }, index) =>
      answerPath(path) === null ? [{ field: `answers.${index}.path`, params: { path } }] : [],
    ),
  ),
  check('unmapped-answer', 'warning', (data) =>
    data.answers.flatMap(({ path, information }, index) =>
      information === '' ? [{ field: `answers.${index}.information`, params: { path } }] : [],
    ),
  ),
];
