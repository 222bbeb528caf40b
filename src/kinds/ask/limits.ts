/** How much may be asked, and how often. */

export const MOST_ITEMS = 12;
/** More than this in one go feels like an interrogation. */
export const MANY_ITEMS = 8;
export const MOST_RETRIES = 3;
export const USUAL_RETRIES = 2;
