import type { Template } from "./template";

/** A task that is done the same way each time. */
export const procedure: Template = {
  lessonName: "01-step-by-step",
  minutes: 5,
  refresherMinutes: 3,
  every: "P1Y",
  words: {
    sv: {
      summary: "[En mening: vad man kan göra efter den här modulen, och när det behövs.]",
      lesson: {
        summary: "[En mening om uppgiften, som den heter på din arbetsplats.]",
        objectives: [
          { id: "steps", text: "[Göra uppgiften i rätt ordning]" },
          { id: "stop", text: "[Veta när man ska stanna och fråga]" },
        ],
        body: `[Börja mitt i vardagen, med en människa och ett klockslag. Till exempel: Klockan är 17.40. Kassan ska stängas om tjugo minuter och Ali har aldrig gjort det själv.]

[Säg i en mening varför ordningen spelar roll: vad som går fel när någon hoppar över ett steg.]

## Så här gör du

<Steps title="[Uppgiftens namn]">
  <Step title="[Förbered]">[Vad som ska vara på plats innan du börjar. Skriv var det finns.]</Step>
  <Step title="[Gör]">[En handling i varje steg. Börja med verbet: räkna, lås, skriv.]</Step>
  <Step title="[Kontrollera]">[Hur du ser att det blev rätt. Skriv vad som ska stå på skärmen eller i listan.]</Step>
  <Step title="[Lämna över]">[Vem som ska veta att det är gjort, och hur.]</Step>
</Steps>

<Callout kind="warning" title="[Det som inte får hända]">[Ett enda fel, det som kostar mest. Skriv vad man gör om det redan har hänt.]</Callout>

## När det inte blir som vanligt

[Beskriv det vanligaste avbrottet: något saknas, stämmer inte eller tar för lång tid. Skriv vem man ringer och till vilket klockslag.]

<Check id="step-that-differs" objective="stop">
[Ett verkligt läge i två meningar. Till exempel: Ali räknar kassan och det saknas 200 kronor. Klockan är 17.55.] Vad gör du först?

<Choice right>[Det som rutinen säger, så kort att det går att göra]<Feedback>[Varför just det: vilket steg det är och vad det skyddar.]</Feedback></Choice>
<Choice>[Det som känns snabbast]<Feedback>[Vad som händer då. Säg det utan att skämma ut någon.]</Feedback></Choice>
<Choice>[Det som man gjorde förut]<Feedback>[Vad som har ändrats, och när.]</Feedback></Choice>
</Check>`,
      },
      refresher: {
        title: "Stegen igen",
        body: `[En mening om vad som har hänt sedan sist: en fråga som många ställer, eller ett steg som ofta glöms.]

<Check id="again-first-step" objective="steps">
Vad gör du allra först?

<Choice right>[Första steget]<Feedback>[Vad som blir fel när man börjar med något annat.]</Feedback></Choice>
<Choice>[Andra steget]</Choice>
<Choice>[Något som någon annan gör]<Feedback>[Vem som gör det, och när.]</Feedback></Choice>
</Check>

<Check id="again-order" kind="order" objective="steps">
Sätt stegen i den ordning du gör dem.

<Choice>[Förbered]</Choice>
<Choice>[Gör]</Choice>
<Choice>[Kontrollera]</Choice>
<Choice>[Lämna över]</Choice>
<Feedback>[Det steg som man oftast tar för tidigt, och varför det får vänta.]</Feedback>
</Check>

<Check id="again-ask" objective="stop">
[Något stämmer inte.] Vem frågar du?

<Choice right>[Den som rutinen pekar ut]<Feedback>[Hur man når dem, också på kvällen.]</Feedback></Choice>
<Choice>[Den som råkar stå närmast]<Feedback>[Varför det inte räcker.]</Feedback></Choice>
<Choice>Ingen, jag löser det själv<Feedback>[Vad det har kostat någon gång.]</Feedback></Choice>
</Check>`,
      },
    },
    en: {
      summary: "[One sentence: what people can do after this module, and when they need it.]",
      lesson: {
        summary: "[One sentence about the task, by the name it has where you work.]",
        objectives: [
          { id: "steps", text: "[Do the task in the right order]" },
          { id: "stop", text: "[Know when to stop and ask]" },
        ],
        body: `[Begin in the middle of a working day, with a person and a time. For example: It is 17:40. The till closes in twenty minutes and Ali has never done it alone.]

[Say in one sentence why the order matters: what goes wrong when somebody skips a step.]

## How to do it

<Steps title="[The name of the task]">
  <Step title="[Prepare]">[What has to be in place before you begin. Write where it is.]</Step>
  <Step title="[Do]">[One action in each step. Begin with the verb: count, lock, write.]</Step>
  <Step title="[Check]">[How you see that it went right. Write what the screen or the list should say.]</Step>
  <Step title="[Hand over]">[Who has to know that it is done, and how.]</Step>
</Steps>

<Callout kind="warning" title="[What must not happen]">[One single mistake, the one that costs most. Write what to do if it has happened already.]</Callout>

## When it is not as usual

[Describe the most common interruption: something is missing, does not add up or takes too long. Write whom to call, and by when.]

<Check id="step-that-differs" objective="stop">
[A real situation in two sentences. For example: Ali counts the till and 200 kronor are missing. It is 17:55.] What do you do first?

<Choice right>[What the procedure says, short enough to be done]<Feedback>[Why this: which step it is, and what it protects.]</Feedback></Choice>
<Choice>[What feels fastest]<Feedback>[What happens then. Say it without shaming anyone.]</Feedback></Choice>
<Choice>[What people used to do]<Feedback>[What has changed, and when.]</Feedback></Choice>
</Check>`,
      },
      refresher: {
        title: "The steps again",
        body: `[One sentence on what has happened since last time: a question that many ask, or a step that is often forgotten.]

<Check id="again-first-step" objective="steps">
What do you do first of all?

<Choice right>[The first step]<Feedback>[What goes wrong when people begin with something else.]</Feedback></Choice>
<Choice>[The second step]</Choice>
<Choice>[Something that somebody else does]<Feedback>[Who does it, and when.]</Feedback></Choice>
</Check>

<Check id="again-order" kind="order" objective="steps">
Put the steps in the order in which you take them.

<Choice>[Prepare]</Choice>
<Choice>[Do]</Choice>
<Choice>[Check]</Choice>
<Choice>[Hand over]</Choice>
<Feedback>[The step that is most often taken too early, and why it has to wait.]</Feedback>
</Check>

<Check id="again-ask" objective="stop">
[Something does not add up.] Whom do you ask?

<Choice right>[The one whom the procedure names]<Feedback>[How to reach them, in the evening too.]</Feedback></Choice>
<Choice>[Whoever happens to stand nearest]<Feedback>[Why that is not enough.]</Feedback></Choice>
<Choice>Nobody, I solve it myself<Feedback>[What that has cost somebody once.]</Feedback></Choice>
</Check>`,
      },
    },
  },
};
