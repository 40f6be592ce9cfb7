/** The script of pages that hold a long text: topics and areas. */
import { connectContents } from './contents.ts';
import { connectTopicPapers } from './topic-papers.ts';

connectTopicPapers();
connectContents();
