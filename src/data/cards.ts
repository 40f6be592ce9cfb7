/** The social cards of the survey, and where those drawn before are kept. */
import { CardStore } from '../cards/card-store.ts';
import { cacheFolder } from '../loaders/cache-folder.ts';
import { areaColoursOf } from '../site/area-colours.ts';
import { type SocialCard, socialCards } from '../site/cards.ts';
import tokens from '../styles/tokens.css?raw';
import { readSurvey } from './survey.ts';

const store = new CardStore(cacheFolder('cards'));

/** All cards, being drawn from now on; none when SOCIAL_CARDS is "off" or the site has no address. */
export async function readCards(): Promise<readonly SocialCard[]> {
  const survey = await readSurvey();
  if (survey.urls.card('home', '') === null) return [];
  const cards = socialCards(survey, areaColoursOf(tokens));
  void store.prepare(cards.map(({ card }) => card));
  return cards;
}

/** The PNG of one card. */
export function pngOf({ card }: SocialCard): Promise<Uint8Array<ArrayBuffer>> {
  return store.png(card);
}
