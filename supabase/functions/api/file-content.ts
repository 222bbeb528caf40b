/** Whether the bytes of a file are what its type says, and text as UTF-8. Pure; knows no request. */

const MARKS: Readonly<Record<string, string>> = {
  'application/pdf': '%PDF-',
  // A zip archive.
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'PK\x03\x04',
};

/** The bytes to send to Vapi; null when nothing can be read in them. */
export function readContent(type: string, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const mark = MARKS[type];
  if (mark !== undefined) return startsWith(bytes, mark) ? bytes : null;
  const text = decode(bytes);
  return text.trim() === '' || text.includes('\0') ? null : new TextEncoder().encode(text);
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** Spreadsheets and old editors still write text as Windows does. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, '\xff\xfe')) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Some Node versions read it as Latin-1, without the euro sign, unless asked for a stream.
    return new TextDecoder('windows-1252').decode(bytes, { stream: true });
  }
}
