import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** The i18n key of the page's title, in the browser tab. */
    title: string;
    /** Needs no session. */
    public?: boolean;
    /** Shown only to sessions that hold this permission. */
    permission?: string;
    /** Stands alone, without the menu: signing in. */
    bare?: boolean;
    /** Stands in the left menu: its words, its place, and the heading it stands under (i18n keys). */
    menu?: { key: string; order: number; group?: string };
  }
}
