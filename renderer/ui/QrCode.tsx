import type { ReactNode } from 'react';
import { qrPath } from '../print/codes.ts';

/** A QR on a screen: black on white with its quiet zone, whatever the look of the page. */
export function QrCode(props: {
  readonly text: string;
  readonly label: string;
  readonly className?: string | undefined;
}): ReactNode {
  const { path, width } = qrPath(props.text);
  return (
    <svg
      className={props.className}
      viewBox={`-4 -4 ${width + 8} ${width + 8}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
    >
      <rect x={-4} y={-4} width={width + 8} height={width + 8} fill="#fff" />
      <path fillRule="evenodd" d={path} fill="#000" />
    </svg>
  );
}
