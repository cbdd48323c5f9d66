import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// StrictMode mounts everything twice, in development only.
export default defineConfig({ plugins: [react()], define: { 'process.env.NODE_ENV': '"development"' } });
