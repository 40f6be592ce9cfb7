/** What the pages of a survey may cost, and what is aimed for. */

export interface Budget {
  readonly measure: string;
  readonly unit: 'kB' | 'ms' | 'requests' | 'points' | '';
  readonly reach: number;
  readonly aim: number;
  /** Whether more is better, as with points. */
  readonly isFloor?: boolean;
}

export const budgets = {
  paper: { measure: 'paper page, first visit, all in', unit: 'kB', reach: 70, aim: 45 },
  paperRequests: { measure: 'paper page, requests', unit: 'requests', reach: 8, aim: 6 },
  paperWithoutFonts: { measure: 'paper page without fonts', unit: 'kB', reach: 20, aim: 12 },
  paperScript: { measure: 'script on a paper page', unit: 'kB', reach: 6, aim: 3 },
  topicScript: { measure: 'script on a topic page', unit: 'kB', reach: 6, aim: 3 },
  topicWithoutFonts: { measure: 'topic page without fonts', unit: 'kB', reach: 45, aim: 30 },
  secondPage: { measure: 'second page of a visit', unit: 'kB', reach: 12, aim: 8 },
  firstSearch: { measure: 'first search from a cold cache, page included', unit: 'kB', reach: 140, aim: 100 },
  warmResult: { measure: 'first result after typing, warm, median of 10', unit: 'ms', reach: 60, aim: 25 },
  slowPhone: { measure: 'first result on the slow phone, cold', unit: 'ms', reach: 1200, aim: 800 },
  palette: { measure: 'palette when opened', unit: 'kB', reach: 60, aim: 35 },
  layoutShift: { measure: 'layout shift, worst of all kinds of pages', unit: '', reach: 0, aim: 0 },
  performance: {
    measure: 'Lighthouse, performance, worst of four pages',
    unit: 'points',
    reach: 98,
    aim: 100,
    isFloor: true,
  },
  accessibility: {
    measure: 'Lighthouse, accessibility, worst of four',
    unit: 'points',
    reach: 100,
    aim: 100,
    isFloor: true,
  },
  bestPractices: {
    measure: 'Lighthouse, best practices, worst of four',
    unit: 'points',
    reach: 100,
    aim: 100,
    isFloor: true,
  },
  seo: { measure: 'Lighthouse, SEO, worst of four', unit: 'points', reach: 100, aim: 100, isFloor: true },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof budgets;

/** How a figure stands to its budget. */
export function verdictOf(budget: Budget, ours: number): 'aim' | 'within' | 'over' {
  const isWithin = (limit: number): boolean => (budget.isFloor === true ? ours >= limit : ours <= limit);
  if (isWithin(budget.aim)) return 'aim';
  return isWithin(budget.reach) ? 'within' : 'over';
}
