/** For tests only: what jsdom lacks and the widgets ask for. Import it once in a test that opens menus or dialogs. */

globalThis.CSS ??= {} as typeof CSS;
// enough for the ids of widgets; not the whole algorithm
globalThis.CSS.escape ??= (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`);
Element.prototype.scrollIntoView ??= () => Promise.resolve();
