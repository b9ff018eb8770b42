/** Who signs for the agency (Nghị định 30/2020/NĐ-CP, Phụ lục I): "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG". */
export interface Signatory {
  /** For whom they sign; empty where for nobody else. */
  readonly onBehalf: string;
  readonly position: string;
  readonly name: string;
}

/** A person is addressed as ông (bà), an organisation by its name. */
export interface Addressee {
  readonly name: string;
  readonly kind: 'person' | 'organisation';
}

/** "ông (bà)" or "quý đơn vị", inside a sentence. */
export function addressed({ kind }: Addressee): string {
  return kind === 'person' ? 'ông (bà)' : 'quý đơn vị';
}

/** After "Kính gửi". */
export function greeted(addressee: Addressee): string {
  return addressee.kind === 'person' ? `Ông (bà) ${addressee.name}` : addressee.name;
}
