/** Which PINs are too easy to guess. A PIN is a text of decimal digits. */

export const shortestPin = 6;
export const longestPin = 12;

/** Why a PIN is refused. */
export type PinFault =
  | "not-digits"
  | "too-short"
  | "too-long"
  /** One or two digits, or a shorter row of digits over and over. */
  | "repeated"
  /** Digits that follow one another up or down, also each written twice, or there and back. */
  | "in-order"
  /** The person's own employee number, or a part of it. */
  | "own-number"
  /** A path over the keys that very many choose. */
  | "known";

/** Rows, columns and diagonals of a keypad joined to six digits or more. */
const paths = [
  "147258",
  "258369",
  "147369",
  "789456",
  "456123",
  "741852",
  "852963",
  "963852",
  "159753",
  "159357",
  "753159",
];

/**
 * What is wrong with a PIN; null when it may be used.
 *
 * @param employeeNumber the person's own, which they and others see every day
 */
export function pinFault(pin: string, employeeNumber: string): PinFault | null {
  if (!/^[0-9]+$/.test(pin)) return "not-digits";
  if (pin.length < shortestPin) return "too-short";
  if (pin.length > longestPin) return "too-long";
  if (new Set(pin).size <= 2 || isRepeated(pin)) return "repeated";
  if (isInOrder(pin) || isInOrder(everyOther(pin)) || isThereAndBack(pin)) return "in-order";
  if (isOwnNumber(pin, employeeNumber)) return "own-number";
  return paths.includes(pin) ? "known" : null;
}

/** Whether a shorter row of digits makes up the whole: 123123, 4747474. */
function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length += 1) {
    if (
      pin
        .slice(0, length)
        .repeat(Math.ceil(pin.length / length))
        .startsWith(pin)
    )
      return true;
  }
  return false;
}

/** Whether each digit is one more, or each one less, than the one before; after 9 comes 0. */
function isInOrder(digits: string): boolean {
  if (digits.length < 3) return false;
  const steps = [...digits].slice(1).map((digit, place) => (Number(digit) - Number(digits[place]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

/** 123 of 112233; nothing of a row whose digits do not come in pairs. */
function everyOther(pin: string): string {
  const pairs = pin.match(/../g) ?? [];
  const isPaired = pin.length % 2 === 0 && pairs.every((pair) => pair[0] === pair[1]);
  return isPaired ? pairs.map((pair) => pair[0]).join("") : "";
}

/** 123321, 1234321. */
function isThereAndBack(pin: string): boolean {
  const isMirrored = [...pin].reverse().join("") === pin;
  return isMirrored && isInOrder(pin.slice(0, Math.ceil(pin.length / 2)));
}

function isOwnNumber(pin: string, employeeNumber: string): boolean {
  const own = employeeNumber.replace(/\D/g, "").replace(/^0+/, "");
  if (own === "") return false;
  const bare = pin.replace(/^0+/, "");
  return bare === own || (own.length >= 4 && pin.includes(own)) || own.includes(pin);
}
