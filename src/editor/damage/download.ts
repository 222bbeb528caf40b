/** Gives the browser a text to keep as a file. */
export function downloadJson(value: unknown, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.json`;
  link.click();
  // The download reads the address after the press has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
