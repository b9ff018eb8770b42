import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { mau01 } from '../../domain/form/mau-01.ts';
import { samples } from '../../domain/form/mau-01-examples.ts';
import { mau01Template } from '../../domain/form/templates/mau-01.ts';
import { layoutSlip } from './layout.ts';
import { SlipPreview } from './preview.tsx';
import { toHtml } from './to-html.ts';

test.each(Object.entries(samples))('the screen shows what the paper of %s carries, element by element', (_, input) => {
  const values = mau01(input);
  const html = toHtml(layoutSlip(mau01Template, values, 'first'), { css: '', fonts: [] });
  const paper = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';
  const screen = renderToStaticMarkup(<SlipPreview template={mau01Template} values={values} />);
  const plain = (markup: string): string =>
    markup.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").replaceAll('></path>', '/>');
  const sheets = /^<div lang="vi" role="document" aria-label="[^"]*">(.*)<\/div>$/s.exec(screen)?.[1] ?? '';
  expect(plain(sheets)).toBe(plain(paper));
});
