/** As the server asks for it, in characters. */
export const PASSWORD_LENGTH = 8;

/** A PIN (mã PIN) has 6 to 12 digits. */
export const isPin = (text: string): boolean => /^\d{6,12}$/.test(text);
