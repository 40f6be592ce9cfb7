/**
 * Has the bundler take memory page by page. Its allocator, mimalloc, asks for pages of 2 MB, and the system clears each
 * as a whole: half a second of processor time in a build. The allocator reads this when it is loaded, so this module
 * must be imported before what imports the bundler (https://github.com/microsoft/mimalloc#environment-options).
 */
process.env['MIMALLOC_ALLOW_THP'] ??= '0';
