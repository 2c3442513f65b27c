import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { NoticeBell } from "./notice-bell";
import { AccountMenu } from "./ui/account-menu";
import { Button } from "./ui/button";
import { Footer, type Theme, ThemeChoice } from "./ui/footer";
import { LangSwitch } from "./ui/lang-switch";
import { OfflineNotice } from "./ui/offline-notice";
import { SkipLink } from "./ui/page";
import { MainNav, type NavigationItem, TopBar } from "./ui/top-bar";
import { Wordmark } from "./ui/wordmark";
import { useLanguage, useWords } from "./words/context";
import { languages } from "./words/language";

/** Where the forms of the shell post to. */
export interface ShellPaths {
  readonly home: string;
  readonly language: string;
  readonly theme: string;
  readonly signOut: string;
  readonly ownAccess: string;
  readonly notices: string;
  /** Only for those who may make a device shared. */
  readonly sharedDevice?: string;
}

/** What stands around every page of somebody who is signed in. */
export function Shell(props: {
  paths: ShellPaths;
  person: { readonly name: string; readonly description: string };
  navigation: readonly NavigationItem[];
  /** Something was told that has not been opened yet. */
  unread: boolean;
  company: string;
  theme: Theme;
  children: ReactNode;
}) {
  const words = useWords();
  return (
    <>
      <SkipLink>{words.shell.skip}</SkipLink>
      <TopBar
        wordmark={<Brand to={props.paths.home} />}
        navigation={<MainNav label={words.shell.navigation} items={props.navigation} />}
      >
        <NoticeBell to={props.paths.notices} unread={props.unread} />
        <Languages action={props.paths.language} />
        <AccountMenu
          name={props.person.name}
          description={props.person.description}
          label={words.shell.account(props.person.name)}
        >
          <Link to={props.paths.ownAccess}>{words.shell.ownAccess}</Link>
          {props.paths.sharedDevice ? <Link to={props.paths.sharedDevice}>{words.shell.sharedDevice}</Link> : null}
          <Form method="post" action={props.paths.signOut}>
            <Button size="dense">{words.shell.signOut}</Button>
          </Form>
        </AccountMenu>
      </TopBar>
      <Offline />
      {props.children}
      <Foot company={props.company} theme={props.theme} action={props.paths.theme} />
    </>
  );
}

/** The wordmark, which leads home. */
export function Brand(props: { to: string }) {
  const { product } = useWords();
  return <Wordmark name={product.name} label={product.home} to={props.to} />;
}

/** The choice of language. */
export function Languages(props: { action: string }) {
  const words = useWords().shell;
  const current = useLanguage();
  return (
    <LangSwitch
      label={words.language}
      action={props.action}
      current={current}
      languages={languages.map((code) => ({ code, short: code.toUpperCase(), name: words.languageNames[code] }))}
    />
  );
}

/** Says when there is no network, and when that kept another page from being opened. */
export function Offline() {
  const { errors, shell } = useWords();
  return <OfflineNotice {...shell.offline} blocked={errors.offline} />;
}

/** Whose Repris this is, and the theme. */
export function Foot(props: { company: string; theme: Theme; action: string }) {
  const words = useWords();
  const { auto, dark, label, light, save } = words.shell.theme;
  return (
    <Footer
      theme={
        <ThemeChoice
          action={props.action}
          theme={props.theme}
          label={label}
          save={save}
          names={{ auto, light, dark }}
        />
      }
    >
      <span>
        {words.product.name} · {props.company}
      </span>
    </Footer>
  );
}
