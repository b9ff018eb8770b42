import type { ImportedPacket } from '../../contract/exchange/packet.ts';
import type { Office } from '../../contract/sync.ts';
import { foldText } from '../../domain/citizen/name.ts';
import { parseDossierCode } from '../../domain/dossier/code.ts';

/**
 * The office that checks a packet: named in DonViXuLy by id, code or name, else by the code MaHoSo begins with. Null where
 * none can be told, or it no longer works.
 */
export function officeOfPacket(
  { DonViXuLy, MaHoSo }: Pick<ImportedPacket, 'DonViXuLy' | 'MaHoSo'>,
  offices: readonly Office[],
): Office | null {
  const receiving = offices.filter(({ kind, disabled }) => !disabled && kind !== 'processing-unit');
  const named = foldText(DonViXuLy);
  const byName =
    named === ''
      ? []
      : receiving.filter(
          ({ id, codePrefix, name, shortName }) =>
            DonViXuLy === id || DonViXuLy === codePrefix || foldText(name) === named || foldText(shortName) === named,
        );
  const [only, second] = byName;
  if (only !== undefined && second === undefined) return only;
  const code = parseDossierCode(MaHoSo);
  if (code.kind !== 'official') return null;
  return receiving.find(({ codePrefix }) => codePrefix === code.agency) ?? null;
}
