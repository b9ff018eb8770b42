import { printable } from '../../domain/form/printable.ts';
import type { SlipDrawing, SlipElement, SlipMeasures, SlipNode, SlipTree } from './slip-node.ts';

export interface SlipFont {
  readonly weight: 400 | 700;
  readonly style: 'normal' | 'italic';
  /** CSS unicode-range of this part of the face. */
  readonly range: string;
  /** data:font/woff2;base64,… */
  readonly url: string;
}

/** What a slip's document carries inside, so that it asks for nothing: slip.css and the faces of Tinos. */
export interface SlipAssets {
  readonly css: string;
  readonly fonts: readonly SlipFont[];
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/** A whole HTML document: no script, nothing to load, every text escaped. @throws RangeError on a measure that is none */
export function toHtml(tree: SlipTree, assets: SlipAssets): string {
  const { name, landscape } = tree.paper;
  const page = `@page{size:${name}${landscape ? ' landscape' : ''};margin:0}html,body{margin:0;padding:0}.slip-sheet+.slip-sheet{break-before:page}`;
  const style = [...assets.fonts.map(fontFace), assets.css, page].join('\n');
  return [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escape(tree.title)}</title>`,
    `<style>${style.replaceAll('</', '<\\/')}</style>`,
    '</head>',
    `<body>${tree.sheets.map(nodeHtml).join('')}</body>`,
    '</html>',
    '',
  ].join('\n');
}

function fontFace(font: SlipFont): string {
  if (!/^data:font\/woff2;base64,[0-9A-Za-z+/=]+$/.test(font.url)) throw new RangeError('not a font in a data URL');
  if (!/^[0-9A-Fa-fU+,\- ]+$/.test(font.range)) throw new RangeError(`not a unicode-range: ${font.range}`);
  return `@font-face{font-family:Tinos;font-weight:${font.weight};font-style:${font.style};src:url(${font.url}) format("woff2");unicode-range:${font.range}}`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

function nodeHtml(node: SlipNode): string {
  if (typeof node === 'string') return escape(visible(node));
  return node.tag === 'svg' ? drawingHtml(node) : elementHtml(node);
}

/** `printable`, but for the spaces at the ends: they part a label from its value. */
function visible(text: string): string {
  const before = text.startsWith(' ') ? ' ' : '';
  const after = text.trim() !== '' && text.endsWith(' ') ? ' ' : '';
  return `${before}${printable(text)}${after}`;
}

function elementHtml(node: SlipElement): string {
  const { tag, span } = node;
  const attributes = [
    node.class === undefined ? '' : ` class="${escape(node.class)}"`,
    span === undefined ? '' : ` colspan="${span.columns}" rowspan="${span.rows}"`,
    node.measures === undefined ? '' : ` style="${measuresCss(node.measures)}"`,
  ].join('');
  if (tag === 'col') return `<col${attributes}>`;
  return `<${tag}${attributes}>${node.children.map(nodeHtml).join('')}</${tag}>`;
}

function measuresCss(measures: SlipMeasures): string {
  return Object.entries(measures)
    .map(([name, value]) => {
      const isMeasure = /^--[a-z-]+$/.test(name) && /^(auto|\d{1,4}(\.\d{1,4})?(mm|pt)?)$/.test(value);
      if (!isMeasure) throw new RangeError(`not a measure: ${name}: ${value}`);
      return `${name}:${value}`;
    })
    .join(';');
}

function drawingHtml(node: SlipDrawing): string {
  if (!/^[MLZ\d. ]*$/.test(node.path)) throw new RangeError('not a path of lines');
  return `<svg class="${escape(node.class)}" role="img" aria-label="${escape(printable(node.label))}" width="${node.width}mm" height="${node.height}mm" viewBox="0 0 ${node.box[0]} ${node.box[1]}" preserveAspectRatio="none"><path fill-rule="evenodd" d="${node.path}"/></svg>`;
}
