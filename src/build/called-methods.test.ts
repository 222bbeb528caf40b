/** A class keeps what is called of it, and what that calls. */
import { expect, test } from 'vitest';
import { withCalledMethods } from './called-methods.ts';

const SOURCE = `class Client {
  constructor(options) {
    this.url = options.url;
    this.seen = new Map();
    this.keys = { list: this._keys.bind(this) };
    this.begin();
  }
  begin() { this.seen.clear(); }
  /** Then \`client.leave()\`. */
  enter() { return this._ask('in'); }
  leave() { return this._ask('out'); }
  _ask(way) { return this.url + way; }
  _keys() { return this._list(); }
  _list() {}
  then(done) { done(this); }
}
export const Other = class { leave() {} stay() {} };
export default Client;
`;

test('what nobody calls goes, with what only it called', () => {
  const left = withCalledMethods(SOURCE, 'client.enter(); client\n  .stay();');
  for (const kept of ['this.url =', 'this.seen =', 'begin()', 'enter()', '_ask(way)', 'then(done)', 'stay()'])
    expect(left).toContain(kept);
  for (const gone of ['leave() {', 'this.keys', '_keys', '_list']) expect(left).not.toContain(gone);
});

test('what somebody begins to call is there', () => {
  const left = withCalledMethods(SOURCE, 'client.keys.list()');
  for (const kept of ['this.keys', '_keys() {', '_list() {']) expect(left).toContain(kept);
  expect(left).not.toContain('_ask(way)');
});
