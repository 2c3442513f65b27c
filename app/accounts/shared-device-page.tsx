import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answering } from "#app/platform/http-error";
import { finishSession } from "#app/platform/sessions";
import { forgetChoices, requireReader } from "#app/platform/visit";
import { accessWords } from "#app/words/areas/access";
import { catalogues } from "#app/words/catalogues";
import styles from "./access.css?url";
import { SharedDeviceScreen } from "./shared-device-screen";
import { readSharedDevices, shareDevice, stopSharing } from "./shared-devices.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const reader = await requireReader(context, request);
  const { language, sharedDevice } = context.visit;
  return {
    devices: await answering(() => readSharedDevices(context.deps, reader, sharedDevice)),
    isShared: sharedDevice !== null,
    ended: new URL(request.url).searchParams.has("ended"),
    title: `${accessWords[language].device.title} · ${catalogues[language].product.name}`,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const reader = await requireReader(context, request);
  const { sharedDevice } = context.visit;
  const form = await request.formData();
  const [ending, label] = [form.get("end"), form.get("label")];
  if (typeof ending === "string") {
    await answering(() => stopSharing(context.deps, reader, sharedDevice, ending));
    throw redirectDocument("/settings/shared-device?ended");
  }
  if (typeof label !== "string" || label.trim() === "") return data({ problem: "missing" as const }, { status: 422 });
  const cookie = await answering(() => shareDevice(context.deps, reader, label));
  const headers = new Headers([["Set-Cookie", cookie]]);
  // Who made it shared leaves, with whatever this browser had of them.
  headers.append("Set-Cookie", await finishSession(context.deps, request.headers.get("cookie") ?? undefined));
  for (const forgotten of forgetChoices) headers.append("Set-Cookie", forgotten);
  headers.set("Clear-Site-Data", '"cache", "storage"');
  throw redirectDocument("/sign-in", { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export default function SharedDevicePage() {
  const view = useLoaderData<typeof loader>();
  return <SharedDeviceScreen {...view} missing={useActionData<typeof action>()?.problem === "missing"} />;
}
