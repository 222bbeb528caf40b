/** What of an uploaded file is believed, and how its text reaches Vapi. */
import { expect, it } from 'vitest';
import { FILE_TYPES } from '../../../src/publish/file-types.ts';
import { readContent } from './file-content.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  );

it.each([
  ['a PDF', 'pdf', bytes('%PDF-1.7 …'), 'as it is'],
  ['a Word document', 'docx', bytes('PK', [3, 4, 20, 0]), 'as it is'],
  ['a picture that is called a PDF', 'pdf', bytes([0x89], 'PNG'), null],
  ['a text that is called a Word document', 'docx', bytes('Dear all'), null],
  ['a text', 'txt', bytes('Ouvert l’été'), 'Ouvert l’été'],
  ['a text with a mark at its beginning', 'md', bytes([0xef, 0xbb, 0xbf], '# Été'), '# Été'],
  ['a table from Windows', 'csv', bytes('caf', [0xe9], ';2,50 ', [0x80]), 'café;2,50 €'],
  ['a table in two-byte letters', 'csv', bytes([0xff, 0xfe, 0x61, 0, 0xe9, 0]), 'aé'],
  ['nothing', 'txt', bytes(), null],
  ['blanks', 'txt', bytes(' \n\t'), null],
  ['a program that is called a text', 'txt', bytes('MZ', [0, 0, 3]), null],
])('%s', (_, extension, content, expected) => {
  const read = readContent(FILE_TYPES[extension]!, content);
  if (expected === 'as it is') expect(read).toEqual(content);
  else expect(read && new TextDecoder().decode(read)).toBe(expected);
});
