import { ref } from 'vue';
import { remember, remembered } from './remembered';

export const textSizes = ['standard', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

export const textSize = ref<TextSize>('standard');

export function setTextSize(size: TextSize): void {
  textSize.value = size;
  document.documentElement.dataset.textSize = size;
  remember('text-size', size);
}

export const setTextSizeAsRemembered = (): void =>
  setTextSize(textSizes.find((size) => size === remembered('text-size')) ?? 'standard');
