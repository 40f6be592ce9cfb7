/** `npm run build`: astro build with this project's own progress instead of a line per page. */
import { build } from 'astro';

await build({ logLevel: 'warn' });
