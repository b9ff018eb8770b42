import { createElement, type CSSProperties, type JSX } from 'react';
import type { SlipValues } from '../../domain/form/slip-values.ts';
import type { SlipTemplate } from '../../domain/form/template.ts';
import { layoutSlip, type SheetMode } from './layout.ts';
import type { SlipNode } from './slip-node.ts';
import './slip-fonts.css';
import './slip.css';

export interface SlipPreviewProps {
  readonly template: SlipTemplate;
  readonly values: SlipValues;
  /** The first copy alone where left out. */
  readonly mode?: SheetMode;
}

/** The slip on screen, in millimetres, drawn from the tree the paper is printed from. */
export function SlipPreview({ template, values, mode = 'first' }: SlipPreviewProps): JSX.Element {
  const tree = layoutSlip(template, values, mode);
  return (
    <div lang="vi" role="document" aria-label={tree.title}>
      {tree.sheets.map((sheet, index) => draw(sheet, index))}
    </div>
  );
}

function draw(node: SlipNode, key: number): JSX.Element | string {
  if (typeof node === 'string') return node;
  if (node.tag === 'svg') {
    return (
      <svg
        key={key}
        className={node.class}
        role="img"
        aria-label={node.label}
        width={`${node.width}mm`}
        height={`${node.height}mm`}
        viewBox={`0 0 ${node.box[0]} ${node.box[1]}`}
        preserveAspectRatio="none"
      >
        <path fillRule="evenodd" d={node.path} />
      </svg>
    );
  }
  // React's types do not know custom properties; it sets them through the style object, which the page's policy allows.
  const style = node.measures as CSSProperties | undefined;
  const spans = node.span === undefined ? {} : { colSpan: node.span.columns, rowSpan: node.span.rows };
  const properties = { key, className: node.class, ...spans, style };
  return createElement(node.tag, properties, ...node.children.map(draw));
}
