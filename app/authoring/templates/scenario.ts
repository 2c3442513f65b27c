import type { Template } from "./template";

/** One situation, followed from its beginning to its end. */
export const scenario: Template = {
  lessonName: "01-a-situation",
  minutes: 6,
  refresherMinutes: 3,
  every: "P1Y",
  words: {
    sv: {
      summary: "[En mening: vilket läge man är förberedd på efter modulen.]",
      lesson: {
        summary: "[Läget i en mening, som om det händer nu.]",
        objectives: [
          { id: "first", text: "[Göra rätt de första minuterna]" },
          { id: "after", text: "[Följa upp så att det inte händer igen]" },
        ],
        body: `[Ge läget en plats, ett klockslag och en människa. Till exempel: Fredag, klockan 16.10. En kund står vid kassan och höjer rösten. Elin är ensam i butiken, och kön växer.]

[Säg vad som står på spel, i en mening. Inte för företaget, utan för den som står där.]

<Check id="first-minute" objective="first">
Vad gör du först?

<Choice right>[Det som lugnar läget]<Feedback>[Vad den andra människan behöver just då.]</Feedback></Choice>
<Choice>[Det som regeln säger, men för tidigt]<Feedback>[När det är dags för det.]</Feedback></Choice>
<Choice>[Det som man gör av ren reflex]<Feedback>[Vad det gör med läget.]</Feedback></Choice>
</Check>

## En halvtimme senare

[Låt läget gå vidare. Något nytt blir känt, eller någon annan kommer in. Skriv vad som nu är möjligt som inte var det nyss.]

<Callout kind="tip" title="[Ord som hjälper]">”[En mening man kan lära sig utantill och säga precis som den står.]”</Callout>

<Check id="half-an-hour-later" objective="after">
[Det nya läget i en mening.] Vad gör du nu?

<Choice right>[Det som löser frågan för den andra]<Feedback>[Varför det håller också i morgon.]</Feedback></Choice>
<Choice>[Det som bara flyttar frågan till en kollega]<Feedback>[Vad kollegan saknar för att kunna lösa den.]</Feedback></Choice>
<Choice>[Det som lovar mer än vi kan hålla]<Feedback>[Vad som händer när löftet ska infrias.]</Feedback></Choice>
</Check>

## Efteråt

[Vad som skrivs ned, var, och vem som läser det. Skriv också vem man kan prata med: sådana här lägen tar på krafterna.]

<Reflect id="own-situation" prompt="[När var du senast i ett liknande läge? Vad hade du velat säga?]" />`,
      },
      refresher: {
        title: "Läget igen, på en annan plats",
        body: `[Samma läge i en ny form, i två meningar: en annan plats, en annan människa, en annan tid på dygnet.]

<Check id="again-first" objective="first">
Vad är det första du säger?

<Choice right>[Orden som hjälper]<Feedback>[Vad de gör för den andra.]</Feedback></Choice>
<Choice>[En förklaring av regeln]<Feedback>[Varför den får vänta.]</Feedback></Choice>
<Choice>[En ursäkt för något som någon annan har gjort]</Choice>
</Check>

<Check id="again-alone" objective="first">
Du är ensam. När ringer du efter hjälp?

<Choice right>[Det tydliga tecknet som ni har kommit överens om]<Feedback>[Vem man ringer.]</Feedback></Choice>
<Choice>[Först när det är över]<Feedback>[Vad det kan kosta.]</Feedback></Choice>
<Choice>Aldrig, det går nästan alltid över</Choice>
</Check>

<Check id="again-after" kind="many" objective="after">
Vad gör du efteråt?

<Choice right>[Skriver ned vad som hände, och var]</Choice>
<Choice right>[Berättar för den som tar över]</Choice>
<Choice>[Lägger ut det i en chatt]<Feedback>[Vem som annars får läsa om kunden.]</Feedback></Choice>
</Check>`,
      },
    },
    en: {
      summary: "[One sentence: which situation people are prepared for after the module.]",
      lesson: {
        summary: "[The situation in one sentence, as if it happened now.]",
        objectives: [
          { id: "first", text: "[Do the right thing in the first minutes]" },
          { id: "after", text: "[Follow up so that it does not happen again]" },
        ],
        body: `[Give the situation a place, a time and a person. For example: Friday, 16:10. A customer at the till raises his voice. Elin is alone in the store, and the queue is growing.]

[Say what is at stake, in one sentence. Not for the company, but for the person who stands there.]

<Check id="first-minute" objective="first">
What do you do first?

<Choice right>[What calms the situation]<Feedback>[What the other person needs at that moment.]</Feedback></Choice>
<Choice>[What the rule says, but too early]<Feedback>[When it is time for that.]</Feedback></Choice>
<Choice>[What people do by reflex]<Feedback>[What that does to the situation.]</Feedback></Choice>
</Check>

## Half an hour later

[Let the situation move on. Something new is known, or somebody else comes in. Write what is possible now that was not a moment ago.]

<Callout kind="tip" title="[Words that help]">“[A sentence to know by heart and say exactly as it stands.]”</Callout>

<Check id="half-an-hour-later" objective="after">
[The new situation in one sentence.] What do you do now?

<Choice right>[What solves the matter for the other person]<Feedback>[Why it holds tomorrow too.]</Feedback></Choice>
<Choice>[What only moves the matter to a colleague]<Feedback>[What the colleague lacks to solve it.]</Feedback></Choice>
<Choice>[What promises more than we can keep]<Feedback>[What happens when the promise falls due.]</Feedback></Choice>
</Check>

## Afterwards

[What is written down, where, and who reads it. Write whom to talk to as well: situations like this wear people out.]

<Reflect id="own-situation" prompt="[When were you last in a situation like this? What would you have wanted to say?]" />`,
      },
      refresher: {
        title: "The situation again, in another place",
        body: `[The same situation in a new form, in two sentences: another place, another person, another time of day.]

<Check id="again-first" objective="first">
What is the first thing you say?

<Choice right>[The words that help]<Feedback>[What they do for the other person.]</Feedback></Choice>
<Choice>[An explanation of the rule]<Feedback>[Why it has to wait.]</Feedback></Choice>
<Choice>[An apology for something that somebody else did]</Choice>
</Check>

<Check id="again-alone" objective="first">
You are alone. When do you call for help?

<Choice right>[At the clear sign that you have agreed on]<Feedback>[Whom to call.]</Feedback></Choice>
<Choice>[Only once it is over]<Feedback>[What that can cost.]</Feedback></Choice>
<Choice>Never, it nearly always passes</Choice>
</Check>

<Check id="again-after" kind="many" objective="after">
What do you do afterwards?

<Choice right>[Write down what happened, and where]</Choice>
<Choice right>[Tell the person who takes over]</Choice>
<Choice>[Post it in a chat]<Feedback>[Who else gets to read about the customer.]</Feedback></Choice>
</Check>`,
      },
    },
  },
};
