/** Which files may be answered from, for browser and `api` alike. Pure; knows no server. */

/** What a document to answer from may be, by the end of its name, as Vapi sees it. */
export const FILE_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
};
/** Bytes. Vapi advises to keep files small (vapi-facts §3.5): most of a PDF or Word file is not its text. */
export const LARGEST_FILE = 5 * 1024 * 1024;
/** In one workspace. */
export const MOST_FILES = 50;

/** The type of a file by its name; undefined when such files are not taken. Pure. */
export function fileTypeOf(name: string): string | undefined {
  const end = /\.([a-z0-9]+)$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FILE_TYPES, end) ? FILE_TYPES[end] : undefined;
}
