// Importing this file defines <stackone-connector-profile>.

import { defineElement } from './index.js';

defineElement();
