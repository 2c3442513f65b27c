import type { NoticeFacts, NoticeWords } from "./notice-words";

const at = ({ day, time, place }: NoticeFacts) => `${day} kl. ${time}${place === "" ? "" : `, ${place}`}`;

/** Sessions in a room for those who take part, and what people are told, in Swedish. */
export const sv = {
  session: {
    back: "Min utbildning",
    time: (from: string, to: string) => `kl. ${from}–${to}`,
    zone: (zone: string) => `tid i ${zone}`,
    place: "Plats",
    instructor: "Instruktör",
    language: "Språk",
    note: "Att veta i förväg",
    seats: "Platser",
    seatsLeft: (left: number, seats: number) =>
      left === 0 ? `alla ${seats} är tagna` : left === 1 ? `1 av ${seats} ledig` : `${left} av ${seats} lediga`,
    booked: { title: "Du har en plats", text: "Lämna tillbaka den om du får förhinder, så får någon annan den." },
    waiting: {
      title: (place: number) =>
        place === 1 ? "Du står först på väntelistan" : `Du står på plats ${place} i väntelistan`,
      text: "Blir en plats ledig får du den, och en notis.",
    },
    free: { title: "Det finns plats", text: "Den som varit med har modulen genomförd den dagen." },
    full: { title: "Alla platser är tagna", text: "Ställ dig på väntelistan. Platser går i tur och ordning." },
    elsewhere: {
      title: "Du har redan en plats på ett annat tillfälle",
      text: "Lämna tillbaka den först, om du hellre kommer hit.",
      link: "Till det tillfället",
    },
    notYours: {
      title: "Modulen ingår inte i din utbildning",
      text: "Vill du vara med ändå, fråga instruktören om en plats.",
    },
    notEmployed: { title: "Du är inte anställd den dagen", text: "Därför går det inte att boka en plats." },
    begun: { title: "Tillfället har börjat", text: "Det går inte längre att boka eller lämna tillbaka en plats." },
    there: { title: "Du var med", text: "Modulen är genomförd." },
    missed: {
      title: "Du hade en plats men är inte noterad som närvarande",
      text: "Stämmer det inte, prata med instruktören.",
    },
    cancelled: "Tillfället är inställt",
    book: "Boka plats",
    queue: "Ställ dig på väntelistan",
    giveBack: "Lämna tillbaka platsen",
    leaveQueue: "Lämna väntelistan",
    calendar: "Lägg till i kalendern",
    others: "Andra tillfällen",
    module: "Läs modulen på skärmen i stället",
    done: {
      booked: "Platsen är din.",
      waiting: "Du står på väntelistan.",
      returned: "Platsen är tillbaka. Tack för att du sa till.",
    },
  },
  home: {
    booked: (when: string) => `Du har en plats ${when}`,
    waiting: (when: string) => `Du väntar på en plats ${when}`,
    open: (when: string) => `Hålls också i sal ${when}`,
    when: (day: string, time: string, place: string) => [`${day} kl. ${time}`, place].filter(Boolean).join(", "),
  },
  notices: {
    title: "Notiser",
    none: "Inget att berätta",
    noneWhy: "Här samlas det som rör dig: platser, ändrade tider och sådant som blivit klart.",
    isNew: "Nytt",
    markRead: "Markera som lästa",
    calendar: "Kalenderpost",
    pages: "Sidor med notiser",
    page: (page: number) => `Sida ${page}`,
    newer: "Nyare",
    older: "Äldre",
    kinds: {
      "session-place": (facts) => ({
        title: `Du har en plats: ${facts.module}`,
        text: `${at(facts)}. Lämna tillbaka platsen om du inte kan komma.`,
        calendar: true,
      }),
      "session-waiting": (facts) => ({
        title: `Du står på väntelistan: ${facts.module}`,
        text: `${at(facts)}. Blir en plats ledig får du den, och en ny notis.`,
        calendar: false,
      }),
      "session-seat": (facts) => ({
        title: `Nu har du en plats: ${facts.module}`,
        text: `${at(facts)}. En plats blev ledig och den är din.`,
        calendar: true,
      }),
      "session-changed": (facts) => ({
        title: `Ändrat: ${facts.module}`,
        text: `Nu gäller ${at(facts)}. Hämta kalenderposten igen, så ändras den där också.`,
        calendar: true,
      }),
      "session-cancelled": (facts) => ({
        title: `Inställt: ${facts.module}`,
        text: `${at(facts)} blir inte av. ${facts.why}`,
        calendar: true,
      }),
      "session-removed": (facts) => ({
        title: `Din plats är borttagen: ${facts.module}`,
        text: `${at(facts)}. Fråga instruktören om du undrar varför.`,
        calendar: true,
      }),
      "session-missed": (facts) => ({
        title: `Vi saknade dig: ${facts.module}`,
        text: `Du hade en plats ${at(facts)}, men är inte noterad som närvarande. Ta modulen på skärmen eller boka ett nytt tillfälle.`,
        calendar: false,
      }),
      "session-corrected": (facts) => ({
        title: `Närvaron är rättad: ${facts.module}`,
        text: `Det gäller ${at(facts)}. På tillfällets sida står vad som gäller nu.`,
        calendar: false,
      }),
      "session-leading": (facts) => ({
        title: `Du håller i ${facts.module}`,
        text: `${at(facts)}.`,
        calendar: true,
      }),
      "session-not-leading": (facts) => ({
        title: `Du håller inte längre i ${facts.module}`,
        text: `${at(facts)}. Någon annan tar över.`,
        calendar: false,
      }),
      "evidence-approved": (facts) => ({
        title: `Ditt intyg är godkänt: ${facts.module}`,
        text: "Det räknas som att du har genomfört modulen.",
        calendar: false,
      }),
      "evidence-declined": (facts) => ({
        title: `Ditt intyg godkändes inte: ${facts.module}`,
        text: "Öppna det för att läsa varför och skicka ett nytt.",
        calendar: false,
      }),
      "evidence-withdrawn": (facts) => ({
        title: `Ditt intyg räknas inte längre: ${facts.module}`,
        text: "Det hade godkänts av misstag. Öppna det för att läsa varför.",
        calendar: false,
      }),
      "evidence-ending": (facts) => ({
        title: `Ditt intyg löper ut: ${facts.module}`,
        text: `Det gäller till och med ${facts.on}. Skicka ett nytt, eller ta modulen här.`,
        calendar: false,
      }),
      "review-asked": (facts) => ({
        title: `Du ombeds granska: ${facts.module}`,
        text: "Ett utkast till modulen väntar på ditt svar. Läs det och godkänn, eller be om ändringar.",
        calendar: false,
      }),
      "review-approved": (facts) => ({
        title: `Utkastet är godkänt: ${facts.module}`,
        text: "En granskare har godkänt texten som den är nu. Ändras den behövs ett nytt godkännande.",
        calendar: false,
      }),
      "review-changes": (facts) => ({
        title: `En granskare ber om ändringar: ${facts.module}`,
        text: "Öppna granskningen för att läsa vad som behöver ändras.",
        calendar: false,
      }),
      "publication-stopped": (facts) => ({
        title: `Modulen kunde inte publiceras: ${facts.module}`,
        text: "Utkastet är kvar, och där står skälen. Rätta till dem och publicera igen.",
        calendar: false,
      }),
    } satisfies NoticeWords as NoticeWords,
  },
};
