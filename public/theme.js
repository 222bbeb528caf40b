// Sets light or dark before the first paint. A file of its own, because the content policy forbids inline scripts.
(() => {
  let choice = null;
  try {
    choice = localStorage.getItem('allokoli.theme');
  } catch {
    // storage may be forbidden
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
