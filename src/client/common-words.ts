/** Words that say nothing about what is looked for. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'a an and are as at be but by can could do does for from has have how i if in into is it its me my of on or our so than ' +
    'that the their them then there these they this those to via was we were what when where which who why will with would ' +
    'you your'
  ).split(' '),
);
