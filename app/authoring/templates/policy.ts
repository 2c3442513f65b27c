import type { Template } from "./template";

/** Rules that everybody reads and confirms. */
export const policy: Template = {
  lessonName: "01-what-applies",
  minutes: 5,
  refresherMinutes: 3,
  every: "P1Y",
  words: {
    sv: {
      summary: "[En mening: vad policyn kräver av den som läser, inte vad den handlar om.]",
      lesson: {
        summary: "[Vad som gäller, för vem och från vilken dag.]",
        objectives: [{ id: "apply", text: "[Göra rätt i ett läge där policyn gäller]" }],
        body: `[Börja med ett läge där policyn gjorde skillnad. Till exempel: En leverantör vill bjuda Sara på en match. Biljetten kostar 900 kronor, och avtalet ska förnyas i maj.]

## Det här gäller

[Skriv reglerna som meningar man kan följa. Tre räcker oftast.]

1. [Det du alltid gör.]
2. [Det du aldrig gör.]
3. [Det du frågar om först, och vem du frågar.]

<Callout kind="legal" title="[Lagen eller avtalet bakom]">[En eller två meningar om var kravet kommer ifrån. Länka till hela policyn: den som vill läsa allt ska hitta den.]</Callout>

## Så ser det ut i vardagen

<Compare label="[Samma fråga, två svar]">
  <Good label="Så här">[Orden man faktiskt kan säga eller skriva.]</Good>
  <Bad label="Inte så här">[Det som låter vänligt men bryter mot regel två.]</Bad>
</Compare>

<Check id="rule-in-practice" objective="apply">
[Ett läge där det inte är självklart. Låt det finnas ett skäl att göra fel.] Vad gör du?

<Choice right>[Det som regeln säger]<Feedback>[Vilken regel det är, och vad den skyddar.]</Feedback></Choice>
<Choice>[Det som är trevligast]<Feedback>[Varför det ändå inte går.]</Feedback></Choice>
<Choice>[Det som är strängare än regeln]<Feedback>[Vad som faktiskt är tillåtet. Policyn ska inte göra arbetet svårare än den måste.]</Feedback></Choice>
</Check>

<Confirm id="policy-read">Jag har läst policyn och följer den. Är jag osäker frågar jag [den som ansvarar] innan jag gör något.</Confirm>`,
      },
      refresher: {
        title: "Policyn i tre lägen",
        body: `[En mening om varför frågan kommer tillbaka: något som har hänt, eller en regel som många har frågat om.]

<Check id="again-allowed" kind="many" objective="apply">
Vad är tillåtet utan att fråga?

<Choice right>[Något vanligt som är tillåtet]</Choice>
<Choice right>[Något som folk tror är förbjudet]<Feedback>[Var gränsen går.]</Feedback></Choice>
<Choice>[Något som alltid kräver ett ja]<Feedback>[Vem som säger ja.]</Feedback></Choice>
</Check>

<Check id="again-whom" objective="apply">
Du är osäker och det är bråttom. Vem frågar du?

<Choice right>[Den som ansvarar för policyn]<Feedback>[Hur snabbt man får svar.]</Feedback></Choice>
<Choice>[En kollega som brukar veta]<Feedback>[Varför ansvaret inte går att låna ut.]</Feedback></Choice>
<Choice>Ingen, jag väljer det säkraste själv</Choice>
</Check>

<Check id="again-mistake" objective="apply">
[Du upptäcker att du har gjort fel i går.] Vad gör du?

<Choice right>[Säger till i dag, och till vem]<Feedback>[Vad som går att rätta till när det kommer fram i tid.]</Feedback></Choice>
<Choice>[Väntar och ser om någon märker det]<Feedback>[Vad väntan gör värre.]</Feedback></Choice>
<Choice>[Rättar det själv i tysthet]<Feedback>[Varför någon annan behöver veta.]</Feedback></Choice>
</Check>`,
      },
    },
    en: {
      summary: "[One sentence: what the policy asks of the reader, not what it is about.]",
      lesson: {
        summary: "[What applies, to whom and from which day.]",
        objectives: [{ id: "apply", text: "[Do the right thing where the policy applies]" }],
        body: `[Begin with a situation in which the policy made a difference. For example: A supplier wants to take Sara to a match. The ticket costs 900 kronor, and the contract is to be renewed in May.]

## What applies

[Write the rules as sentences that can be followed. Three are usually enough.]

1. [What you always do.]
2. [What you never do.]
3. [What you ask about first, and whom you ask.]

<Callout kind="legal" title="[The law or the contract behind it]">[One or two sentences on where the demand comes from. Link to the whole policy: whoever wants to read everything should find it.]</Callout>

## What it looks like on an ordinary day

<Compare label="[The same question, two answers]">
  <Good label="Like this">[Words that people can really say or write.]</Good>
  <Bad label="Not like this">[What sounds friendly and breaks rule two.]</Bad>
</Compare>

<Check id="rule-in-practice" objective="apply">
[A situation in which it is not obvious. Let there be a reason to get it wrong.] What do you do?

<Choice right>[What the rule says]<Feedback>[Which rule it is, and what it protects.]</Feedback></Choice>
<Choice>[What would be nicest]<Feedback>[Why it cannot be done all the same.]</Feedback></Choice>
<Choice>[What is stricter than the rule]<Feedback>[What is in fact allowed. A policy should make work no harder than it must.]</Feedback></Choice>
</Check>

<Confirm id="policy-read">I have read the policy and follow it. When I am not sure I ask [the person responsible] before I do anything.</Confirm>`,
      },
      refresher: {
        title: "The policy in three situations",
        body: `[One sentence on why the question comes back: something that has happened, or a rule that many have asked about.]

<Check id="again-allowed" kind="many" objective="apply">
What is allowed without asking?

<Choice right>[Something common that is allowed]</Choice>
<Choice right>[Something that people believe is forbidden]<Feedback>[Where the line is drawn.]</Feedback></Choice>
<Choice>[Something that always takes a yes]<Feedback>[Who says yes.]</Feedback></Choice>
</Check>

<Check id="again-whom" objective="apply">
You are not sure, and it is urgent. Whom do you ask?

<Choice right>[The person responsible for the policy]<Feedback>[How soon you get an answer.]</Feedback></Choice>
<Choice>[A colleague who usually knows]<Feedback>[Why responsibility cannot be lent.]</Feedback></Choice>
<Choice>Nobody, I choose the safest way myself</Choice>
</Check>

<Check id="again-mistake" objective="apply">
[You notice that you got it wrong yesterday.] What do you do?

<Choice right>[Say so today, and to whom]<Feedback>[What can be put right when it comes out in time.]</Feedback></Choice>
<Choice>[Wait and see whether anybody notices]<Feedback>[What waiting makes worse.]</Feedback></Choice>
<Choice>[Put it right myself, and tell nobody]<Feedback>[Why somebody else needs to know.]</Feedback></Choice>
</Check>`,
      },
    },
  },
};
