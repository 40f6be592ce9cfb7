/** The script of topics and areas. */
import { connectContents } from './contents.ts';
import { connectTopicPapers } from './topic-papers.ts';

connectTopicPapers();
connectContents();
