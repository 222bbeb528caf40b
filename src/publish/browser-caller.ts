/** In place of a caller's number: somebody talked in their browser, by the link of a flow. */
export const BROWSER_CALLER = 'browser-link';
