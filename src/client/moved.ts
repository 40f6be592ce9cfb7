/** On the page left at an old address: goes to the new one with the query and the fragment that the reader came with. */
export {};

const link = document.querySelector<HTMLAnchorElement>('a[data-moved-to]');
if (link !== null) location.replace(link.href + location.search + location.hash);
