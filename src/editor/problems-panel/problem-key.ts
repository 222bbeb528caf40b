/** Names a problem on the page, so that the same one is found again after the next check. Pure. */
import type { Problem } from '../../flow/problem.ts';

export function problemKey({ code, at, params }: Problem): string {
  const { node = '', exit = '', field = '', edge = '', information = '' } = at;
  // Problems of the whole flow differ by what they are about only.
  const about = node === '' ? JSON.stringify(params) : '';
  return [code, node, exit, field, edge, information, about].join(' ');
}
