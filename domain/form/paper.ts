import type { SlipPaperKind } from './template.ts';

/** One page of a form as it is read, millimetres. */
export function paperSize(kind: SlipPaperKind): { readonly width: number; readonly height: number } {
  switch (kind) {
    case 'a5':
      return { width: 148, height: 210 };
    case 'a4':
      return { width: 210, height: 297 };
    case 'a4-landscape':
      return { width: 297, height: 210 };
  }
}
