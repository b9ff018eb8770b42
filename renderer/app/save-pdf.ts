import { fromBase64url } from './base64url.ts';
import { desk } from './desk-client.ts';

/** The kept bytes as a file of the person's own, where this machine cannot print by itself. @throws DeskProblem IN-04 */
export async function savePdf(slipId: string, name: string): Promise<void> {
  const { pdf } = await desk('slip.pdf', { slipId });
  saveAsFile(pdf, name);
}

/** Gives a PDF (base64url) to the person, who says where to. */
export function saveAsFile(pdf: string, name: string): void {
  const address = URL.createObjectURL(new Blob([fromBase64url(pdf)], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
