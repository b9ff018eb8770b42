import { fromBase64url } from './base64url.ts';
import { desk } from './desk-client.ts';

/** The kept bytes as a file of the person's own, where this machine cannot print by itself. @throws DeskProblem IN-04 */
export async function savePdf(slipId: string, name: string): Promise<void> {
  const { pdf } = await desk('slip.pdf', { slipId });
  saveAsFile(pdf, name);
}

const types = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  courier: 'application/octet-stream',
} as const;

/** Gives a file (base64url) to the person, who says where to. */
export function saveAsFile(bytes: string, name: string, kind: keyof typeof types = 'pdf'): void {
  const address = URL.createObjectURL(new Blob([fromBase64url(bytes)], { type: types[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
