import { onBeforeUnmount, onMounted } from 'vue';
import { useI18n } from 'vue-i18n';
import { onBeforeRouteLeave } from 'vue-router';

/** Asks before a page with unsent text is left. For forms that do not save by themselves. */
export function useLeaveGuard(unsent: () => boolean): void {
  const { t } = useI18n();
  const keep = (event: BeforeUnloadEvent): void => {
    if (unsent()) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', keep));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', keep));
  onBeforeRouteLeave(() => !unsent() || window.confirm(t('ui.form.leave')));
}
