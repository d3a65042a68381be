/** Six digits, and a sign or a point. */
const LONGEST_NUMERAL = 7;

/** Stands between the digits of a number and changes none: spaces, marks of direction, the Arabic thousands mark. */
const SILENT = /[\s\u061c\u200e\u200f٬]/g;

/**
 * The number that was typed, in plain digits, or null for what is none. Digits, sign and point of other keyboards
 * are ours too; a sign and a point stay where they were typed, so that "2.5" and "-3" are judged as such and never
 * become 25 and 3.
 */
export function numeralOf(text: string): string | null {
  const plain = text
    .replace(SILENT, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٫,]/g, '.')
    .replace(/−/g, '-');
  return /^[\d.-]*$/.test(plain) ? plain.slice(0, LONGEST_NUMERAL) : null;
}
