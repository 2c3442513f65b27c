import { swedishNumeral } from "../numerals";

/** Det som inte följde med; `end`: de första orden av det som saknas. */
interface Left {
  readonly pictures: number;
  readonly links: number;
  readonly changes: number;
  readonly end: string | null;
}

/** Saker efter varandra: `två bilder, en länk och tre ändringar`. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} och ${parts.at(-1)}`;
}

function some(n: number, one: string, many: string): string[] {
  if (n === 0) return [];
  return [n === 1 ? `en ${one}` : `${swedishNumeral(n)} ${many}`];
}

/** Text som klistras in i en lektion, på svenska. */
export const sv = {
  working: "Texten görs om till lektionstext …",
  done: ({ pictures, links, changes, end }: Left) => {
    const parts = [
      ...some(pictures, "bild", "bilder"),
      ...some(links, "länk som inte får finnas här", "länkar som inte får finnas här"),
      ...some(changes, "struken text eller kommentar", "strukna texter eller kommentarer"),
    ];
    return [
      "Texten är inklistrad som lektionstext.",
      ...(parts.length > 0 ? [`Följde inte med: ${listed(parts)}.`] : []),
      ...(pictures > 0 ? ["Bilder kan du släppa här som filer."] : []),
      ...(end === null
        ? []
        : [`Texten var för lång. Allt från ”${end} …” och framåt saknas: kopiera det och klistra in det för sig.`]),
    ].join(" ");
  },
  notConverted: {
    slow: "Det tog för lång tid att göra om texten till lektionstext.",
    long: "Det är för mycket text på en gång.",
    failed: "Texten kunde inte göras om till lektionstext.",
  },
  plain:
    "Den är inklistrad utan rubriker, listor och länkar. Vill du ha dem: ångra och klistra in en mindre del i taget.",
  nothing: "Inget är inklistrat. Det du kopierade finns kvar: klistra in en mindre del i taget.",
};
