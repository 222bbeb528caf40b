/** Files that an assistant may look answers up in: what we upload and what Vapi gives back. Knows no storage of ours. */
import * as z from 'zod';
import { savedFields } from './assistant.ts';

/** Uploads for assistants: Vapi lists files by this word. */
export const FILE_PURPOSE = 'assistant';

/** Written into each file, at most 4096 characters as JSON, so that a create whose answer was lost can be found again. */
export interface FileMetadata {
  readonly app: 'allokoli';
  /** Our own id of the file. */
  readonly file: string;
}

/** `POST /file`, as multipart form data. */
export interface NewFile {
  readonly name: string;
  /** The media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly metadata: FileMetadata;
}

export const savedFile = z.looseObject({
  ...savedFields,
  status: z.enum(['processing', 'done', 'failed']).nullish().catch(null),
  name: z.string().nullish(),
  originalName: z.string().nullish(),
  bytes: z.number().nullish(),
  purpose: z.string().nullish(),
  mimetype: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish().catch(null),
});
export type SavedFile = z.infer<typeof savedFile>;
