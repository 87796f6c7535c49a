import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** The i18n key of the page's title, in the browser tab. */
    title: string;
    /** Needs no session. */
    public?: boolean;
    /** The menu entry that is marked while this page is shown, when its own path does not say. */
    under?: string;
    /** Shown only to sessions that hold this permission. */
    permission?: string;
    /** Stands alone, without the menu: signing in. */
    bare?: boolean;
    /** Stands in the left menu: its words, its place, and the heading it stands under (i18n keys). */
    menu?: { key: string; order: number; group?: string };
  }
}
