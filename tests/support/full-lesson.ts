import { question } from "./lessons";

/** Words that stand only in answers and explanations: none of them may leave the server before an answer. */
export const secrets = [
  "SECRET-BECAUSE",
  "SECRET-OTHERWISE",
  "SECRET-GENERAL",
  "secret accepted words",
  "SECRET-FORESEEN",
];

/** A body with every component and most of Markdown, for whatever has to hold for all of them. */
export const fullBody = `En kund skriver. Läs [mer](02-speed), [hos dem](../selling/01-help#ton), [här](#tonen-först) eller [ute](https://example.org/?a=1&b=2).[^1]

[^1]: En not med \`kod\` & tecken.

## Tonen först

<Callout kind="note" title="Offentligt">Allt som fler än en kan läsa.</Callout>

Börja med vad personen är med om. <Changed since="2">Nu gäller två timmar</Changed>, inte fyra. En <Term def="Den som läser, inte bara den som frågar.">publik</Term> läser med.

<Changed since="2">

### Tvåtimmarsregeln

Svara inom två timmar, {"ordagrant"} och {2} gånger.

- ett
- två

</Changed>

<Callout kind="legal" title="Personuppgifter">Hör inte hemma i en tråd.</Callout>

<Callout kind="tip">

Läs högt.

1. Först
2. Sedan

</Callout>

| Sak | Antal |
|:----|------:|
| a   |     1 |

- [x] klart
- [ ] kvar

![En tråd](media/thread.png "Tråden")

<Figure src="media/thread.png" alt="En tråd" caption="Från maj" />

<Video src="media/answering.mp4" title="Ett svar" captions="media/answering.vtt" poster="media/thread.png">

Åsa läser *högt*.

</Video>

<Attachment src="media/checklist.pdf" title="Checklistan" />

<Steps title="Så gör du">
<Step title="Läs">Hela tråden.</Step>
<Step>

Svara.

> Citat

</Step>
</Steps>

<Compare label="Två svar">
<Good label="Så här">Hej Karin!</Good>
<Bad>Hej.</Bad>
</Compare>

<Why for="butik">

Kunder i butik läser det.

</Why>

<ForDepartment only="butik kundservice">
## I butik

<Callout title="I rutan">En not.</Callout>

<Check id="only-here" kind="many" objective="time">
Vilka två?

- en ledtråd
- <Term def="förklaring">ord</Term> och [länk](02-speed)

<Choice right>Första *valet*<Feedback>SECRET-BECAUSE</Feedback></Choice>
<Choice>Andra valet</Choice>
<Choice right>Tredje valet</Choice>
<Feedback>SECRET-GENERAL</Feedback>
</Check>
</ForDepartment>

<ForDepartment except="butik">Inte i butik.</ForDepartment>

${question("plain").replace("Because.", "SECRET-BECAUSE")}
<Check id="ordered" kind="order">
I vilken ordning?

<Choice>Alfa</Choice>
<Choice>Beta</Choice>
<Choice>Gamma</Choice>
<Choice>Delta</Choice>
<Feedback>SECRET-GENERAL</Feedback>
</Check>

<Check id="words" kind="text">
Hur lång tid?

<Choice right>secret accepted words<Feedback>SECRET-OTHERWISE</Feedback></Choice>
<Choice>en dag<Feedback>SECRET-FORESEEN</Feedback></Choice>
</Check>

<Confirm id="read">

Jag har läst strategin och **följer** den.

</Confirm>

<Reflect id="own" prompt="När gjorde du så senast?" />
`;
