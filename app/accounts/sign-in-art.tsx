import { addDays, civilDate } from "#app/domain/calendar";
import type { StatusName } from "#app/ui/status";
import { YearWheel } from "#app/ui/year-wheel";
import { useFormat, useWords } from "#app/words/context";

/** Rings of nobody in particular, as days before and after today: the wheel here is a picture of the idea. */
const rings: readonly { readonly since: number; readonly until: number; readonly status: StatusName }[] = [
  { since: 159, until: 7, status: "due" },
  { since: 159, until: 24, status: "current" },
  { since: 295, until: 70, status: "current" },
  { since: 202, until: 80, status: "current" },
  { since: 76, until: 105, status: "current" },
  { since: 27, until: 155, status: "current" },
];

/** The wheel beside the sign-in form, turned to today. */
export function SignInArt(props: { today: string }) {
  const words = useWords().signIn;
  const format = useFormat();
  const today = civilDate(props.today);
  return (
    <aside className="Art">
      <YearWheel
        decorative
        label=""
        months={Array.from({ length: 12 }, (_, month) => format.month(month + 1))}
        today={today}
        todayLabel={format.shortDate(today)}
        rings={rings.map((ring, place) => ({
          number: place + 1,
          status: ring.status,
          from: addDays(today, -ring.since),
          due: addDays(today, ring.until),
        }))}
      />
      <p>{words.motto}</p>
    </aside>
  );
}
