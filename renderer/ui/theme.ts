export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type DrawnTheme = Exclude<Theme, 'system'>;
export type TextSize = 100 | 115 | 130;

/** What a person has chosen for their own eyes. */
export interface Appearance {
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly keyHints: boolean;
  readonly language: 'vi' | 'en';
}

/** The theme to draw: `system` follows what the system asks for, more contrast before darkness. */
export function drawnTheme(theme: Theme, asks: { readonly dark: boolean; readonly contrast: boolean }): DrawnTheme {
  if (theme !== 'system') return theme;
  if (asks.contrast) return 'contrast';
  return asks.dark ? 'dark' : 'light';
}

/**
 * Puts the appearance on the page and keeps `system` true while it is chosen.
 * @returns ends the watching
 */
export function applyAppearance(appearance: Appearance, page: HTMLElement = document.documentElement): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const draw = (): void => {
    page.dataset['theme'] = drawnTheme(appearance.theme, { dark: dark.matches, contrast: contrast.matches });
  };
  page.lang = appearance.language;
  page.dataset['text'] = String(appearance.textSize);
  page.dataset['keys'] = appearance.keyHints ? 'on' : 'off';
  draw();
  if (appearance.theme !== 'system') return () => {};
  dark.addEventListener('change', draw);
  contrast.addEventListener('change', draw);
  return () => {
    dark.removeEventListener('change', draw);
    contrast.removeEventListener('change', draw);
  };
}
