import { lookAt } from "#tests/support/look-at";
import { screens } from "./screens/beginning";

lookAt(screens);
