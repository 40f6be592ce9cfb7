/** Words that say nothing about a paper's subject. */
import { foldWord } from './terms.ts';

/** Function words of English. */
const functionWords = `
a about above across after again against all almost alone along already also although always am among an and another any
are around as at away be became because become becomes been before being below between beyond both but by can cannot
could did do does doing done due during each either else enough etc even every few first for found from further get give
given go goes good got great had has have having he hence her here his how however i if in indeed instead into is it its
itself just keep kept last least less let like likely made make makes making many may me might more moreover most much
must my namely near need needs neither never nevertheless next no nor not nothing now of off often on once one only onto
or other others our out over own part per perhaps please quite rather re really regarding same say second see seem seems
seen several shall she should show since so some such take taken takes than that the their them then there thereby
therefore these they third this those though three through throughout thus to together too toward towards two under
unlike until up upon us use used useful uses using usually various very via was we well were what when where whereas
whether which while who whose why will with within without would yet you your zero`;

/** Words that abstracts on any subject use to say that something is proposed, shown or better. */
const abstractWords = `
ability able abstract accordingly accurate achieve achieved achieves achieving additional additionally address addresses
addressing advance advanced advancement advances aim aims allow allows alternative analysis apply applied applies
applying approach approaches art aspect available average based baseline baselines benefit best better bring broad build
built call called capability capable capture case certain challenge challenges challenging code common compare compared
comparable comparison competitive complete complex comprehensive compute computational computationally conduct consider
consist consistently contain contribution corresponding critical crucial current currently data dataset datasets
demonstrate demonstrated demonstrates demonstrating dependent design designed despite develop developed development
different difficult directly diverse drive effective effectively effectiveness efficiency efficient efficiently employ
enable enabled enables enabling end enhance enhanced enhances ensure especially establish evaluate evaluated evaluation
existing experiment experimental experiments explore extensive extensively extra fail feature finally find findings focus
following framework fully fundamental furthermore future gain gap general generally github goal handle help high higher
highly https hypothesis idea identify impact implement implementation important improve improved improvement improvements
improves improving include including increase increased increasing increasingly input insight integrate introduce
introduced introduces introducing investigate involve issue key large larger lead leading learn level leverage leverages
leveraging limit limitation limitations limited low lower maintain maintaining major manner mean mechanism method methods
metric model models modern multiple novel number observe obtain offer open original outperform outperforming outperforms
output overall overcome paper particular particularly perform performance performs popular possible potential potentially
powerful practical present presents previous previously primarily primary prior problem problems process produce
promising propose proposed proposes proposing provide provides providing publicly range recent recently reduce reduced
reduces reducing reduction related release rely remain remains represent require required requirement requires research
respectively result resulting results reveal robust role scenario set setting settings show showing shown shows
significant significantly similar simple simply single size small smaller solution solve specific specifically standard
state step still strategy strong studies study substantial substantially success successfully suffer suggest superior
support system systems tackle target task tasks technique techniques term test tested thereby time times total
traditional train trained training type typically understand unified unique utilize utilizing validate value variety
work works world yield yields www com org
class compared fast faster four five function main million bottleneck pre real stage start true trade way whole world year years
speed averaged domain new quality dissertation thesis obstacle`;

const stopWords: ReadonlySet<string> = new Set(
  `${functionWords} ${abstractWords}`
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(foldWord),
);

/** Whether a folded word says nothing about the subject of a paper. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
