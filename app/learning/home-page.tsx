import { useWords } from "#app/words/context";

export default function HomePage() {
  return <main id="main">{useWords().product.name}</main>;
}
