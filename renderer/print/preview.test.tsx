import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { slipCases } from '../../tests/slips/cases.ts';
import { layoutSlip } from './layout.ts';
import { SlipPreview } from './preview.tsx';
import { toHtml } from './to-html.ts';

const seen = slipCases.filter(({ name }) => !name.endsWith('minimal')).map((slip) => [slip.name, slip] as const);

test.each(seen)('the screen shows what the paper of %s carries, element by element', (_, { template, values }) => {
  const html = toHtml(layoutSlip(template, values, 'first'), { css: '', fonts: [] });
  const paper = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  const screen = renderToStaticMarkup(<SlipPreview template={template} values={values} />);
  const plain = (markup: string): string =>
    markup
      .replaceAll('&#39;', "'")
      .replaceAll('&#x27;', "'")
      .replaceAll('></path>', '/>')
      .replaceAll(/<col( [^>]*?)?\/?>/g, '<col$1>')
      .replaceAll(/colspan|rowspan/gi, (name) => name.toLowerCase());
  const sheets = /^<div lang="vi" role="document" aria-label="[^"]*">(.*)<\/div>$/s.exec(screen)?.[1] ?? '';
  expect(plain(sheets)).toBe(plain(paper));
});
