/** A kind on its way from the palette to the canvas: its name in a drag. */
export const KIND_MIME = 'application/x-allokoli-kind';
