import { expect, test } from 'vitest';
import { samples } from '../../domain/form/mau-01-examples.ts';
import { mau01 } from '../../domain/form/mau-01.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { layoutSlip } from './layout.ts';
import { element, type SlipNode, type SlipTree } from './slip-node.ts';
import { type SlipAssets, toHtml } from './to-html.ts';

const assets: SlipAssets = {
  css: 'p{margin:0}',
  fonts: [{ weight: 400, style: 'normal', range: 'U+0000-00FF,U+20AB', url: 'data:font/woff2;base64,d09GMg==' }],
};
const paper = { name: 'A5', widthMm: 148, heightMm: 210, landscape: false } as const;
const body = (html: string): string => /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
const bodyOf = (...children: SlipNode[]): string => {
  const tree: SlipTree = { title: 't', paper, sheets: [element('section', '', children)] };
  return body(toHtml(tree, assets));
};

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['Nguyễn "An" & \'Bình\'', 'Nguyễn &quot;An&quot; &amp; &#39;Bình&#39;'],
  ['</p></body><img src=x onerror=alert(1)>', '&lt;/p&gt;&lt;/body&gt;&lt;img src=x onerror=alert(1)&gt;'],
  ['Lê \u202Eấđ\u202C \u2066Thị\u2069', 'Lê ấđ Thị'],
  ['a\u0000b\u001Bc\nd', 'a b c d'],
  ['Nguye\u0302\u0303n', 'Nguyễn'],
  ['\uD800x', '\uFFFDx'],
  ['&lt;', '&amp;lt;'],
])('%j stands on the slip as text', (text, expected) => {
  expect(bodyOf(element('p', '', [text]))).toBe(`<section><p>${expected}</p></section>`);
});

test('a hostile name changes nothing but its own words', () => {
  const hostile = '</p><script>"x"&\u202E';
  const input = { ...samples.usual, officer: hostile };
  const shape = (html: string): string[] => html.match(/<\/?[a-z0-9]+[^>]*>/g) ?? [];
  const page = (officer: string): string =>
    body(toHtml(layoutSlip(mau01Template, mau01({ ...input, officer }), 'print'), assets));
  expect(shape(page(hostile))).toEqual(shape(page('Lê Thị Kim Ngân')));
});

test('a slip asks for nothing and runs nothing', () => {
  const html = toHtml(layoutSlip(mau01Template, mau01(samples.usual)), assets);
  expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|javascript:|@import|\son[a-z]+=/i);
  expect(html.match(/url\((?!data:font\/woff2;base64,)/g)).toBeNull();
  expect(html).toContain(`content="default-src 'none';`);
  expect(html).toContain('@page{size:A4 landscape;margin:0}');
  expect(html.match(/@font-face/g)).toHaveLength(1);
});

test('a style or a font that would leave its place is refused or held', () => {
  const tree: SlipTree = { title: '</title><script>', paper, sheets: [] };
  const html = toHtml(tree, { ...assets, css: '</style><script>' });
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toMatch(/<\/style>\s*<script|<\/title>\s*<script/);
  const font = assets.fonts[0];
  for (const change of [{ url: 'https://example.vn/t.woff2' }, { range: 'U+0;}' }]) {
    expect(() => toHtml(tree, { css: '', fonts: font === undefined ? [] : [{ ...font, ...change }] })).toThrow(
      RangeError,
    );
  }
});

test('measures and paths that are none are refused', () => {
  const bad = (value: string) => () => bodyOf(element('p', '', [], { '--wide': value }));
  expect(bad('1mm')()).toContain('style="--wide:1mm"');
  expect(bad('1mm;color:red')).toThrow(RangeError);
  expect(bad('url(x)')).toThrow(RangeError);
  const path = (d: string): SlipNode => ({
    tag: 'svg',
    class: '',
    label: '',
    width: 1,
    height: 1,
    box: [1, 1],
    path: d,
  });
  expect(() => bodyOf(path('M0 0"/><script>'))).toThrow(RangeError);
});
