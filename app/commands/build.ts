import "./production";
import { buildPages } from "./pages";

await buildPages({ force: true });
