import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import tokens from '../../renderer/ui/tokens.json' with { type: 'json' };

const css = readFileSync(new URL('../../renderer/ui/tokens.css', import.meta.url), 'utf8');
const themes = ['light', 'dark', 'contrast'] as const;
type ColorName = keyof typeof tokens.color;

/** The custom properties of one rule, found by the text before its brace. */
function rule(opening: string): Map<string, string> {
  const start = css.indexOf(`${opening} {`);
  expect(start).toBeGreaterThanOrEqual(0);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? '', found[2] ?? '']));
}

const blocks = {
  light: rule(':root'),
  dark: rule(":root[data-theme='dark']"),
  contrast: rule(":root[data-theme='contrast']"),
};

test('every colour of the style sheet is the token of the same name, in three themes', () => {
  for (const theme of themes) {
    for (const color of Object.values(tokens.color)) {
      expect(blocks[theme].get(color.css)).toBe(color[theme].toLowerCase());
    }
  }
});

test('forced colours map every token to a system colour', () => {
  const forced = rule(':root[data-theme]');
  for (const color of Object.values(tokens.color)) {
    expect(forced.get(color.css)).toBe(color.forcedColors.split(',')[0]);
  }
});

test('type styles, spaces and sizes of the style sheet are those of the tokens', () => {
  for (const [name, style] of Object.entries(tokens.type.scale)) {
    expect(blocks.light.get(`--${name}-size`)).toBe(`calc(${style.size}px * var(--text))`);
    expect(blocks.light.get(`--${name}-line`)).toBe(`calc(${style.line}px * var(--text))`);
    expect(blocks.light.get(`--${name}-weight`)).toBe(String(style.weight));
    expect(style.line / style.size).toBeGreaterThanOrEqual(1.18);
  }
  for (const [name, value] of Object.entries(tokens.space).slice(1)) {
    expect(blocks.light.get(`--space-${name}`)).toBe(`${value}px`);
  }
  expect(blocks.light.get('--rail')).toBe(`calc(${tokens.size.rail}px * var(--room))`);
  expect(blocks.light.get('--outcome')).toBe(`calc(${tokens.size.outcome}px * var(--room))`);
  expect(blocks.light.get('--title-bar')).toBe(`calc(${tokens.size.titleBar}px * var(--text))`);
  expect(blocks.light.get('--row-paper')).toBe(`calc(${tokens.size.row.paper}px * var(--text))`);
  expect(blocks.light.get('--panel-ms')).toBe(`${tokens.motion.panel.ms}ms`);
});

/** WCAG 2.2, relative luminance of an sRGB colour '#rrggbb'. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const isColor = (name: string | undefined): name is ColorName => name !== undefined && name in tokens.color;

test('every pair of colours keeps its contrast in every theme, by the WCAG 2.2 formula', () => {
  for (const [pair, wanted] of Object.entries(tokens.contrast)) {
    const [front, ground] = pair.split(' on ');
    if (!isColor(front) || !isColor(ground)) throw new Error(`unknown pair ${pair}`);
    for (const theme of themes) {
      const found = contrast(tokens.color[front][theme], tokens.color[ground][theme]);
      expect(found).toBeGreaterThanOrEqual(wanted.atLeast);
      expect(found).toBeCloseTo(wanted[theme], 1);
    }
  }
});
