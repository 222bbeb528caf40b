/** Ids, keys, palette entries and suggestions. */
import { describe, expect, it } from 'vitest';
import { emptyDocument, type FlowDocument } from '../flow/document.ts';
import { kindNamesIn } from '../kinds/kind-words.ts';
import { registry } from '../kinds/registry.ts';
import { templates } from '../templates/registry.ts';
import { informationId } from './inspector/information-id.ts';
import { keyParts } from './key-names.ts';
import { newId } from './new-id.ts';
import { blockWordsIn } from './palette/block-words.ts';
import { paletteEntries } from './palette/palette-entries.ts';
import { CANVAS_KEYS, SHORTCUTS, shortcutFor } from './shortcuts.ts';

describe('ids', () => {
  it.each([
    ['Nom du patient', 'nom_du_patient'],
    ['E-mail', 'e_mail'],
    ['2e choix', 'e_choix'],
    ['日本', 'information'],
    ['x'.repeat(99), 'x'.repeat(36)],
  ])('of %j is %s', (name, id) => {
    expect(informationId(name, new Set())).toBe(id);
    expect(id).toMatch(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/);
  });

  it('is numbered when taken', () => {
    expect(informationId('Nom', new Set(['nom', 'nom_2']))).toBe('nom_3');
    // What Vapi fills itself would seem to be known already.
    expect(informationId('Date', new Set())).toBe('date_2');
  });

  it('of steps do not repeat', () => {
    expect(new Set(Array.from({ length: 500 }, () => newId('n'))).size).toBe(500);
  });
});

describe('shortcuts', () => {
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  it.each([
    [{ key: 'z', ctrlKey: true }, 'undo'],
    [{ key: 'Z', metaKey: true, shiftKey: true }, 'redo'],
    [{ key: 'y', ctrlKey: true }, 'redo'],
    [{ key: 'd', ctrlKey: true }, 'duplicate'],
    [{ key: 'Delete' }, 'delete'],
    [{ key: 'a' }, 'add'],
    [{ key: 'a', ctrlKey: true }, 'select-all'],
    [{ key: 'f' }, 'fit'],
    [{ key: 'f', ctrlKey: true }, undefined],
    [{ key: 'K', metaKey: true }, 'find'],
    [{ key: '?', shiftKey: true }, 'shortcuts'],
    [{ key: '?' }, 'shortcuts'],
    [{ key: 'd', ctrlKey: true, shiftKey: true }, undefined],
    [{ key: 'T', shiftKey: true }, 'tidy'],
    [{ key: 't' }, undefined],
    [{ key: 'a', altKey: true }, undefined],
    [{ key: 'q' }, undefined],
  ])('%j', (keys, expected) => {
    expect(shortcutFor({ ...none, ...keys })).toBe(expected);
  });

  it('have keys, and no two the same ones', () => {
    const keys = [...SHORTCUTS, ...CANVAS_KEYS].map((one) => one.keys as readonly string[]);
    expect(keys.every((some) => some.length > 0)).toBe(true);
    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
  });

  it.each([
    ['mod+shift+z', true, ['⌘', '⇧', 'Z']],
    ['mod+shift+z', false, ['Ctrl', 'Maj', 'Z']],
    ['delete', true, ['⌦']],
    ['delete', false, ['Suppr']],
    ['?', false, ['?']],
    ['shift+f10', false, ['Maj', 'F10']],
  ])('%s is written for people (Mac: %s)', (keys, isMac, expected) => {
    expect(keyParts(keys, { shift: 'Maj', delete: 'Suppr' }, isMac)).toEqual(expected);
  });
});

describe('palette', () => {
  const language = { language: 'fr', keys: false } as const;
  const names = { ...kindNamesIn(language), block: blockWordsIn(language) };
  const ids = (document: FlowDocument, isNext: boolean, query: string, hasRuntime = true) =>
    paletteEntries(registry, document, isNext, names, query, hasRuntime).map(({ id }) => id);
  const whole = templates[0]!.build('fr', { name: 'Test' });

  it('offers a beginning only while there is none, and never as a next step', () => {
    const empty = emptyDocument('', 'fr');
    expect(ids(empty, false, '')).toContain('answer');
    expect(ids(empty, true, '')).not.toContain('answer');
    expect(ids(whole, false, '')).not.toContain('answer');
  });

  it('offers what acts during a call only where our server is reached', () => {
    expect(ids(whole, true, '')).toEqual(expect.arrayContaining(['book', 'send']));
    expect(ids(whole, true, '', false)).not.toContain('book');
    expect(ids(whole, true, '', false)).not.toContain('send');
  });

  it('finds without accents, by name or hint', () => {
    expect(ids(whole, false, 'verif')).toEqual(['decide', 'confirm-and-recap']);
    expect(ids(whole, false, 'zzz')).toEqual([]);
  });
});
