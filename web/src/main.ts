import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import './ui/tokens.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/button.css';
import { queryClient } from './api/query-client';
import { followServerClock } from './api/site';
import App from './shell/App.vue';
import { i18n, speakAsRemembered } from './shell/i18n';
import { router } from './shell/router';
import { setTextSizeAsRemembered } from './shell/text-size';

setTextSizeAsRemembered();
await speakAsRemembered();
followServerClock();
createApp(App).use(i18n).use(router).use(VueQueryPlugin, { queryClient }).mount('#app');
