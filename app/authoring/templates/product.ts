import type { Template } from "./template";

/** What people who sell or support a product have to know of it. */
export const product: Template = {
  lessonName: "01-what-customers-ask",
  minutes: 5,
  refresherMinutes: 3,
  every: "P6M",
  words: {
    sv: {
      summary: "[En mening: vilken fråga från kunden man kan svara på efter modulen.]",
      lesson: {
        summary: "[Vad produkten är, för vem, och vad som skiljer den från den förra.]",
        objectives: [
          { id: "fit", text: "[Avgöra om produkten passar den som frågar]" },
          { id: "limits", text: "[Säga vad produkten inte klarar]" },
        ],
        body: `[Börja med kundens fråga, ordagrant. Till exempel: ”Håller den tätt om jag sitter i snön en hel dag?”]

[Svara i två meningar, som du hade gjort över disk. Det är hela lektionen i kortform.]

## Tre saker att veta

| Kunden undrar | Du svarar | Så vet vi det |
|---|---|---|
| [Frågan med kundens ord] | [Svaret i en mening] | [Mätningen eller testet] |
| [Den vanligaste jämförelsen] | [Vad som skiljer dem åt] | [Var det står] |
| [Frågan om skötsel eller garanti] | [Vad som gäller, med antal år] | [Var det står] |

## Säg det som det är

<Callout kind="tip" title="[När produkten inte passar]">[Vem den inte är för, och vad du föreslår i stället. Ett ärligt nej kommer tillbaka som en kund.]</Callout>

<Compare label="[Svaret på kundens fråga]">
  <Good label="Så här">[Ett svar med en siffra som går att visa.]</Good>
  <Bad label="Inte så här">[Ett svar med ord som ”bäst” och ”miljövänlig”.]</Bad>
</Compare>

<Check id="customer-with-a-need" objective="fit">
[En kund berättar vad hon ska göra, i två meningar. Nämn något som avgör saken utan att hon vet det.] Vad svarar du?

<Choice right>[Svaret som utgår från det hon ska göra]<Feedback>[Vilken egenskap som avgör, och hur man ser den.]</Feedback></Choice>
<Choice>[Den dyraste modellen]<Feedback>[Vad hon betalar för utan att använda.]</Feedback></Choice>
<Choice>[Den som är på kampanj]<Feedback>[Vad den inte klarar i hennes fall.]</Feedback></Choice>
</Check>

<Reflect id="last-difficult-question" prompt="[Vilken fråga om produkten hade du svårt att svara på senast? Vad svarar du nu?]" />`,
      },
      refresher: {
        title: "Tre kunder till",
        body: `[En mening om vad kunderna har frågat om den senaste tiden.]

<Check id="again-difference" objective="fit">
En kund jämför med [den förra modellen]. Vad är skillnaden?

<Choice right>[Den skillnad som märks när man använder den]<Feedback>[Hur man visar den på en minut.]</Feedback></Choice>
<Choice>[En skillnad som bara syns i databladet]</Choice>
<Choice>[En skillnad som inte finns]<Feedback>[Var missförståndet kommer ifrån.]</Feedback></Choice>
</Check>

<Check id="again-not-for" objective="limits">
Vem ska du avråda?

<Choice right>[Den som ska göra något som produkten inte klarar]<Feedback>[Vad du föreslår i stället.]</Feedback></Choice>
<Choice>[En nybörjare]<Feedback>[Varför den passar nybörjare.]</Feedback></Choice>
<Choice>[Den som vill ha en annan färg]</Choice>
</Check>

<Check id="again-warranty" objective="limits">
Hur länge gäller garantin?

<Choice right>[Rätt tid, med det som ska finnas kvar]<Feedback>[Vad kunden behöver spara.]</Feedback></Choice>
<Choice>[Tiden som gällde förut]<Feedback>[När den ändrades.]</Feedback></Choice>
<Choice>[Tiden för en annan produkt]</Choice>
</Check>`,
      },
    },
    en: {
      summary: "[One sentence: which question of a customer people can answer after the module.]",
      lesson: {
        summary: "[What the product is, for whom, and how it differs from the one before.]",
        objectives: [
          { id: "fit", text: "[Tell whether the product suits the person who asks]" },
          { id: "limits", text: "[Say what the product cannot do]" },
        ],
        body: `[Begin with the customer's question, word for word. For example: “Will it stay dry if I sit in snow for a whole day?”]

[Answer in two sentences, as you would across the counter. That is the whole lesson in short.]

## Three things to know

| The customer wonders | You answer | How we know |
|---|---|---|
| [The question in the customer's words] | [The answer in one sentence] | [The measurement or the test] |
| [The most common comparison] | [How the two differ] | [Where it is written] |
| [The question about care or warranty] | [What applies, with the number of years] | [Where it is written] |

## Say it as it is

<Callout kind="tip" title="[When the product is not the right one]">[Whom it is not for, and what you suggest instead. An honest no comes back as a customer.]</Callout>

<Compare label="[The answer to the customer's question]">
  <Good label="Like this">[An answer with a figure that can be shown.]</Good>
  <Bad label="Not like this">[An answer with words such as “best” and “green”.]</Bad>
</Compare>

<Check id="customer-with-a-need" objective="fit">
[A customer says what she is going to do, in two sentences. Mention something that decides the matter without her knowing.] What do you answer?

<Choice right>[The answer that begins with what she is going to do]<Feedback>[Which property decides, and how to see it.]</Feedback></Choice>
<Choice>[The most expensive model]<Feedback>[What she pays for and never uses.]</Feedback></Choice>
<Choice>[The one on offer]<Feedback>[What it cannot do in her case.]</Feedback></Choice>
</Check>

<Reflect id="last-difficult-question" prompt="[Which question about the product did you find hard to answer last? What do you answer now?]" />`,
      },
      refresher: {
        title: "Three more customers",
        body: `[One sentence on what customers have asked about lately.]

<Check id="again-difference" objective="fit">
A customer compares it with [the model before]. What is the difference?

<Choice right>[The difference that shows in use]<Feedback>[How to show it in a minute.]</Feedback></Choice>
<Choice>[A difference that only the data sheet shows]</Choice>
<Choice>[A difference that does not exist]<Feedback>[Where the misunderstanding comes from.]</Feedback></Choice>
</Check>

<Check id="again-not-for" objective="limits">
Whom do you advise against it?

<Choice right>[Somebody who is going to do what the product cannot]<Feedback>[What you suggest instead.]</Feedback></Choice>
<Choice>[A beginner]<Feedback>[Why it suits beginners.]</Feedback></Choice>
<Choice>[Somebody who wants another colour]</Choice>
</Check>

<Check id="again-warranty" objective="limits">
How long does the warranty last?

<Choice right>[The right time, with what has to be kept]<Feedback>[What the customer needs to save.]</Feedback></Choice>
<Choice>[The time that applied before]<Feedback>[When it changed.]</Feedback></Choice>
<Choice>[The time of another product]</Choice>
</Check>`,
      },
    },
  },
};
