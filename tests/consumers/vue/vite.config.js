import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag === 'stackone-connector-profile';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
