/** The one script of the copy that is opened without a server: what works there, in one file that is no module. */
import { connectContents } from './contents.ts';
import { connectCopyButtons } from './copy-buttons.ts';
import './moved.ts';
import { connectPaperMap } from './paper-map.ts';
import './results-page.ts';
import { connectTheme } from './theme.ts';
import { connectTopicPapers } from './topic-papers.ts';

connectTheme();
connectCopyButtons();
connectTopicPapers();
connectContents();
connectPaperMap();
