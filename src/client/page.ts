/** The script of every page. Each feature connects itself to the markup it finds; heavy ones load on first use. */
import { connectCopyButtons } from './copy-buttons.ts';
import { connectReadingList } from './list-buttons.ts';
import { connectPalette } from './palette-opener.ts';
import { connectSharing } from './share-opener.ts';
import { connectTheme } from './theme.ts';

connectTheme();
connectPalette();
connectCopyButtons();
connectReadingList();
connectSharing();
