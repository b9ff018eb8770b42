import { desk } from './desk-client.ts';

/** The kept bytes as a file of the person's own, where this machine cannot print by itself. @throws DeskProblem IN-04 */
export async function savePdf(slipId: string, name: string): Promise<void> {
  const { pdf } = await desk('slip.pdf', { slipId });
  const bytes = Uint8Array.from(atob(pdf.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
