/** The switch between light, dark and the scheme of the system. */

/** Where a browser keeps the choice; nothing is kept for "as the system". */
export const themeKey = 'theme';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a browser keeps, as a theme; anything unknown is "system". */
export function themeOf(stored: string | null): Theme {
  return themes.find((theme) => theme === stored) ?? 'system';
}

/** Connects the switch, if the page has one, and keeps it in step with other tabs. */
export function connectTheme(): void {
  const field = document.querySelector<HTMLSelectElement>('[data-theme-choice]');
  if (field === null) return;
  const show = (theme: Theme): void => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    field.value = theme;
  };
  show(themeOf(document.documentElement.dataset['theme'] ?? null));
  field.addEventListener('change', () => {
    const theme = themeOf(field.value);
    show(theme);
    keep(theme);
  });
  addEventListener('storage', ({ key, newValue }) => {
    // A null key: everything was cleared.
    if (key === themeKey || key === null) show(themeOf(newValue));
  });
}

function keep(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage is blocked or full: the choice holds for this page.
  }
}
