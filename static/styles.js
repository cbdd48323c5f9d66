// The form's styles, in a script, which every bundler can load.
// Every color pair meets WCAG 2.2 AA. Sizes derive from the properties that a host page sets. The layout depends on the
// container's width, never on the window's.

const CSS = String.raw`
:host { display: block; }
:host([hidden]) { display: none; }
.scp {
  all: initial;
  display: block;
  visibility: inherit;
  container-type: inline-size;
  color-scheme: light dark;
  --accent: var(--scp-accent, light-dark(#0b6b44, #5bd39a));
  --accent-ink: var(--scp-accent-ink, light-dark(#fff, #06291a));
  --surface: var(--scp-surface, light-dark(#fff, #181c1f));
  --accent-soft: var(--scp-accent-soft, color-mix(in oklch, oklch(from var(--accent) l calc(c * 2.2) h) 10%, oklch(from var(--surface) l 0 none)));
  --sunken: var(--scp-sunken, light-dark(#f0f2f3, #121618));
  --ink: var(--scp-ink, light-dark(#14181b, #edf0f2));
  --muted: var(--scp-muted, light-dark(#545e67, #a4aeb6));
  --line: var(--scp-line, light-dark(#dfe3e6, #2b3237));
  --control: var(--scp-control, light-dark(#7a858e, #76828b));
  --bad: var(--scp-bad, light-dark(#b3261e, #ff9a8f));
  --bad-soft: var(--scp-bad-soft, light-dark(#fdecea, #3a1917));
  --warn: var(--scp-warn, light-dark(#7a4b00, #f2c04d));
  --warn-soft: var(--scp-warn-soft, light-dark(#fdf3dc, #33270d));
  --info: var(--scp-info, light-dark(#0b5cad, #8fc2ff));
  --info-soft: var(--scp-info-soft, light-dark(#e6f0fb, #11263d));
  --size: var(--scp-font-size, 16px);
  --radius: var(--scp-radius, 8px);
  --font: var(--scp-font, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
  --mono: var(--scp-mono, ui-monospace, SFMono-Regular, Menlo, Consolas, monospace);
  --gap: var(--scp-gap, 24px);
  --height: var(--scp-height, 44px);
  --accent-hover: color-mix(in srgb, var(--accent), var(--ink) 20%);
  --hover: color-mix(in srgb, var(--surface), var(--ink) 5%);
  --title: 600 calc(var(--size) * 1.625)/1.2308 var(--font);
  --section: 600 calc(var(--size) * 1.25)/1.4 var(--font);
  --task: 600 var(--size)/1.5 var(--font);
  --body: 400 calc(var(--size) * .9375)/1.6 var(--font);
  --press: 600 calc(var(--size) * .9375)/1.3334 var(--font);
  --label: 600 calc(var(--size) * .875)/1.4286 var(--font);
  --small: 400 calc(var(--size) * .875)/1.4286 var(--font);
  --tiny: 400 calc(var(--size) * .8125)/1.5385 var(--font);
  --code: 400 calc(var(--size) * .8125)/1.5385 var(--mono);
  /* 4, 8, 12, 16, 20, 32 and 48 pixels, unless a host page sets the gap. */
  --1: calc(var(--gap) / 6);
  --2: calc(var(--gap) / 3);
  --3: calc(var(--gap) / 2);
  --4: calc(var(--gap) * 2 / 3);
  --5: calc(var(--gap) * 5 / 6);
  --8: calc(var(--gap) * 4 / 3);
  --12: calc(var(--gap) * 2);
  --low: calc(var(--height) - 8px);
  --edge: 1px solid var(--line);
  --radius-card: calc(var(--radius) * 1.5);
  --radius-small: calc(var(--radius) / 2);
  --radius-round: calc(var(--radius) * 2.5);
  color: var(--ink);
  font: var(--body);
  overflow-wrap: anywhere;
}
.scp[data-theme=light] { color-scheme: light; }
.scp[data-theme=dark] { color-scheme: dark; }

*, ::before, ::after { box-sizing: border-box; }
h2, h3, h4, p, ul, ol, dl, dd, blockquote, fieldset, legend { margin: 0; padding: 0; }
p, dd { text-wrap: pretty; }
ul, ol { list-style: none; }
fieldset { border: 0; min-inline-size: 0; }
button, input, select, textarea { font: inherit; color: inherit; }
b, h4 { font-weight: 600; }
h2 { font: var(--title); letter-spacing: -.018em; text-wrap: balance; }
h3 { font: var(--task); }
h4 { font: var(--label); }
code, blockquote { font: var(--code); }
a, .link-button { color: var(--accent); text-decoration: underline 1px; text-underline-offset: 3px; }
:is(a, .link-button):hover { color: var(--accent-hover); text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[tabindex="-1"]:focus { outline: none; }
.icon { flex: none; inline-size: 16px; block-size: 16px; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.muted, .heading p, .hint { color: var(--muted); }
.small, .hint { font: var(--small); }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
/* An empty live region takes no room. */
:is([role=status], [role=alert], [aria-live]):empty { position: absolute; }

.scp > :not(.frame) { max-inline-size: 640px; margin-inline: auto; }
.scp > .is-wide { max-inline-size: 944px; }
.scp > .notice { margin-block-end: var(--gap); }
form, .frame-main { display: grid; gap: var(--gap); grid-template-columns: minmax(0, 1fr); align-content: start; }
.frame { display: grid; grid-template-columns: 192px minmax(0, 640px) minmax(0, 256px); gap: 0 var(--12); justify-content: center; }
.frame-main { grid-column: 2; }
.frame-side { grid-column: 3; }
.frame-fold { display: none; grid-column: 2; margin-block-start: var(--gap); }
.heading { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--1); }
.heading + :is(.needs, .link-button) { margin-block-start: calc(var(--3) * -1); }
.needs { display: flex; flex-wrap: wrap; gap: var(--1) var(--5); font: var(--small); }

.bar { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: var(--1) var(--4); margin-block-end: var(--4); }
.steps { align-self: start; }
.rail-step { position: relative; display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: var(--3); padding-block: var(--1) var(--3); color: var(--muted); }
.rail-step:not(:last-child)::before { content: ""; position: absolute; inset-block: 32px 0; inset-inline-start: 11px; inline-size: 2px; background: var(--line); }
.rail-step.is-done::before { background: var(--accent); }
.rail-step:is(.is-done, .is-now) { color: var(--ink); }
.rail-step.is-now { font-weight: 600; }
.step { min-block-size: 24px; padding: 0; border: 0; background: none; text-align: start; cursor: pointer; }
.step:hover { color: var(--ink); text-decoration: underline; }
.mark { display: grid; place-items: center; inline-size: 24px; block-size: 24px; border: 1px solid var(--control); border-radius: min(50%, var(--radius-card)); background: var(--surface); color: var(--muted); font: var(--tiny); font-weight: 600; }
.is-done > .mark { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
.is-now:not(.is-done) > .mark { border: 2px solid var(--accent); color: var(--accent); }
.stepper, .stepper-bar { display: none; }
.stepper summary { font: var(--small); color: var(--muted); }
.stepper summary b { color: var(--ink); }
.stepper-list { padding-block: var(--2); }
.stepper-bar { grid-auto-flow: column; grid-auto-columns: 1fr; gap: var(--1); }
.stepper-bar i { block-size: 4px; border-radius: var(--radius-small); background: var(--line); }
.stepper-bar .is-done { background: var(--accent); }
.stepper-bar .is-now { background: linear-gradient(to right, var(--accent) 50%, var(--line) 50%); }
.stepper-bar .is-now:dir(rtl) { background: linear-gradient(to left, var(--accent) 50%, var(--line) 50%); }

.card { border: var(--edge); border-radius: var(--radius-card); background: var(--surface); }
.section, .task, .done { padding: var(--gap); }
.section, .stack, .done { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--gap); align-content: start; }
.section + *, .task + .task, .tasks + * { border-block-start: var(--edge); }
.section.is-slim { padding-block: var(--4); }
.section:has(> :empty:only-child) { padding: 0; border: 0; }
.foot { position: sticky; inset-block-end: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: var(--2) var(--3); padding: var(--3) var(--gap); border-block-start: var(--edge); border-radius: 0 0 calc(var(--radius-card) - 1px) calc(var(--radius-card) - 1px); background: var(--surface); }
.foot-main { display: flex; flex-wrap: wrap; align-items: center; gap: var(--2) var(--4); margin-inline-start: auto; }
.foot .link-button { min-block-size: var(--height); font: var(--press); }
/* The foot never covers what has the focus. */
:is(input, textarea, button, a, summary, .notice, [tabindex="0"]):not(.foot *, .matrix *) { scroll-margin-block-end: 136px; }

.tasks { counter-reset: task; }
.task { counter-increment: task; display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 0 var(--3); }
.task::before { content: counter(task); display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: min(50%, var(--radius-card)); background: var(--sunken); font: var(--tiny); font-weight: 600; }
.task > * { grid-column: 2; }
.task > h3 { grid-row: 1; }
.task > h3 ~ :where(:not(:empty)) { margin-block-start: var(--3); }
.task > h3 + p, .task > p + p { margin-block-start: 2px; }
.section > .button, .task > .button, .stack > .button { justify-self: start; }

.button { display: inline-flex; align-items: center; justify-content: center; gap: var(--2); min-block-size: var(--height); padding: var(--2) var(--4); border: 1px solid transparent; border-radius: var(--radius); background: transparent; color: var(--ink); font: var(--press); text-decoration: none; cursor: pointer; }
.is-primary { background: var(--accent); color: var(--accent-ink); }
.is-primary:hover { background: var(--accent-hover); color: var(--accent-ink); }
.is-secondary { border-color: var(--control); background: var(--surface); }
.button:is(.is-secondary, .is-quiet):hover { background: var(--hover); color: var(--ink); }
.is-small, .is-quiet.button { min-block-size: var(--low); padding: var(--1) var(--3); font: var(--label); }
.is-quiet.button { color: var(--muted); }
[aria-disabled=true] { cursor: default; }
.link-button { padding: 2px 0; border: 0; border-radius: 2px; background: none; font: var(--small); text-align: start; cursor: pointer; justify-self: start; }
.button-row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--2) var(--4); }

.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--2); }
.field-label, legend, .label { font: var(--label); }
.field-label { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 var(--3); }
.field-label > span { font-weight: 400; color: var(--muted); }
legend { display: flex; justify-content: space-between; inline-size: 100%; margin-block-end: var(--2); }
legend > span { font-weight: 400; }
.input { display: flex; align-items: center; min-block-size: var(--height); border: 1px solid var(--control); border-radius: var(--radius); background: var(--surface); }
.input > :is(input, textarea) { flex: 1; min-inline-size: 0; align-self: stretch; min-block-size: calc(var(--height) - 2px); margin: 0; padding: 0 var(--3); border: 0; border-radius: inherit; background: transparent; font: var(--body); outline: 0; text-overflow: ellipsis; }
.input > .is-code { font: var(--code); }
.input > textarea { padding-block: calc((var(--height) - 22px) / 2); resize: none; field-sizing: content; max-block-size: 132px; }
.input > .icon { margin-inline-start: var(--3); color: var(--muted); }
.input > .button { margin-inline-end: 3px; }
.input > ::placeholder { color: var(--muted); opacity: 1; }
[type=search] { appearance: none; }
::-webkit-search-cancel-button { appearance: none; }
.input:has(> :is(input, textarea):focus) { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 2px; }
.input.is-bad { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.messages { display: grid; gap: var(--1); }
.message { display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: 6px; font: var(--small); }
.message > .icon { margin-block-start: 2px; }
.message.is-bad { color: var(--bad); }
.message.is-warn { color: var(--warn); }
.message.is-ok { color: var(--accent); }
.message .link-button { margin-block: -2px; color: inherit; font: var(--label); }

.choices { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--2); }
.choices:not(:has(> :nth-child(3))) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.choice { position: relative; display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 0 10px; align-items: center; align-content: center; min-block-size: var(--height); padding: 10px var(--3); border: 1px solid var(--control); border-radius: var(--radius); background: var(--surface); font: var(--small); cursor: pointer; }
.choice:hover { background: var(--hover); }
.choice label::after { content: ""; position: absolute; inset: 0; cursor: pointer; }
.choice > .hint { grid-column: 2; }
.choice:has(:checked) { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
.choice:has(:checked) > :nth-child(2) { font-weight: 600; }
.choice:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
.choice > input:focus-visible { outline: 0; }
.radio, .checkbox::before { appearance: none; flex: none; inline-size: 18px; block-size: 18px; margin: 0; border: 1px solid var(--control); background: var(--surface); cursor: pointer; }
.radio { border-radius: 50%; }
.radio:checked { border: 6px solid var(--accent); }
.checkbox { position: relative; display: inline-flex; align-items: center; gap: 6px; min-block-size: 40px; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
.checkbox::before { content: ""; border-radius: var(--radius-small); }
.checkbox[aria-checked=true]::before { border-color: var(--accent); background: var(--accent); }
.checkbox[aria-checked=true]::after { content: ""; position: absolute; inset-block-start: calc(50% - 5px); inset-inline-start: 4px; inline-size: 10px; block-size: 5px; border: solid var(--accent-ink); border-width: 0 0 2px 2px; transform: rotate(-45deg); }
.checkbox[aria-checked=mixed]::before { border-color: var(--accent); background: linear-gradient(var(--accent) 0 0) 50%/8px 2px no-repeat var(--accent-soft); }
.toggle-row { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--4); align-items: center; }
.toggle-row > label { font: var(--label); cursor: pointer; }
.switch { appearance: none; position: relative; inline-size: 40px; block-size: 24px; margin: 0; border: 1px solid var(--control); border-radius: var(--radius-round); background: var(--sunken); cursor: pointer; }
.switch::after { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 16px; block-size: 16px; border-radius: var(--radius-round); background: var(--control); }
.switch:checked { border-color: var(--accent); background: var(--accent); }
.switch:checked::after { inset-inline-start: 19px; background: var(--accent-ink); }

.copy { display: grid; grid-template-columns: minmax(0, 1fr) auto; border: var(--edge); border-radius: var(--radius); background: var(--sunken); }
.copy > code { align-self: center; padding: 11px var(--3); border-radius: inherit; direction: ltr; text-align: start; white-space: pre-wrap; }
.copy > .button { inline-size: 72px; block-size: 100%; padding-inline: 0; border: 0; border-inline-start: var(--edge); border-start-start-radius: 0; border-end-start-radius: 0; background: var(--surface); font: var(--label); }
.copy > .button:hover { background: var(--hover); }
.copy > :focus-visible { outline-offset: -2px; }
p.copy { display: block; padding: 11px var(--3); font: var(--small); color: var(--muted); }
.pills { display: flex; flex-wrap: wrap; gap: var(--1); }
.pills:empty { display: none; }
.pill, .badge { padding: 1px var(--2); border: var(--edge); border-radius: var(--radius-round); background: var(--sunken); font: var(--code); }
.badge { display: inline-flex; align-items: center; gap: var(--1); color: var(--muted); font: var(--tiny); font-weight: 600; white-space: nowrap; }
:is(.badge, .pill):is(.is-ok, .is-warn, .is-info) { border-color: transparent; }
.badge.is-ok { background: var(--accent-soft); color: var(--accent); }
:is(.badge, .pill).is-warn { background: var(--warn-soft); color: var(--warn); }
.badge.is-info { background: var(--info-soft); color: var(--info); }
.scopes, .candidates { border: var(--edge); border-radius: var(--radius); }
.scopes > li, .candidates > li { padding: var(--2) var(--3); font: var(--small); }
.candidates > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: var(--2) var(--3); background: var(--surface); }
:is(.scopes, .candidates) > li + li { border-block-start: var(--edge); }
.candidates > li:first-child { border-radius: var(--radius) var(--radius) 0 0; }
.candidates > li:last-child { border-radius: 0 0 var(--radius) var(--radius); }
.candidates > li:only-child { border-radius: var(--radius); }

.notice { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 0 var(--2); padding: var(--3) var(--4) var(--3) var(--3); border: 1px solid transparent; border-radius: var(--radius); background: var(--sunken); font: var(--small); }
.notice > .icon { inline-size: 20px; block-size: 20px; stroke-width: 1.5; }
.notice > .sign { font-weight: 600; text-align: center; }
.notice-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; }
.notice-body > :is(ul, .button-row, details, blockquote) { margin-block-start: var(--2); }
.notice-body:only-child { grid-column: 1 / -1; }
.notice-title { font: var(--label); }
.notice-list { counter-reset: way; display: grid; gap: var(--1); }
.notice-list > li { counter-increment: way; display: grid; grid-template-columns: 16px minmax(0, 1fr); gap: var(--1); }
.notice-list > li::before { content: counter(way) "."; font-variant-numeric: tabular-nums; }
.notice.is-info { background: var(--info-soft); }
.notice.is-warn { background: var(--warn-soft); }
.notice.is-bad { background: var(--bad-soft); }
.notice.is-ok { background: var(--accent-soft); }
.notice.is-info > :is(.icon, .sign), .is-info .notice-title { color: var(--info); }
.notice.is-warn > :is(.icon, .sign), .is-warn .notice-title { color: var(--warn); }
.notice.is-bad > :is(.icon, .sign), .is-bad .notice-title { color: var(--bad); }
.notice.is-ok > :is(.icon, .sign), .is-ok .notice-title { color: var(--accent); }
.notice a:not(.button) { color: inherit; font-weight: 600; }
blockquote { padding: var(--2) var(--3); border-inline-start: 3px solid var(--control); background: var(--surface); max-block-size: 200px; overflow: auto; white-space: pre-wrap; }

.facts { display: grid; gap: var(--4); }
.facts-title { padding-block: 6px var(--3); border-block-end: var(--edge); margin-block-end: var(--4); font: var(--label); color: var(--muted); }
.facts dt { font: var(--tiny); color: var(--muted); }
.facts dd { font: var(--small); }
.outline { display: grid; gap: var(--4); font: var(--small); }
.outline > li { display: grid; gap: 2px; }
.outline span { color: var(--muted); }
.review-row { display: grid; grid-template-columns: 128px minmax(0, 1fr) auto; gap: 0 var(--4); align-items: baseline; padding-block: 10px; font: var(--small); }
.review-row + .review-row { border-block-start: var(--edge); }
.review-row dt { color: var(--muted); }

summary { display: flex; align-items: center; gap: var(--2); min-block-size: 24px; font: var(--label); cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ""; flex: none; inline-size: 7px; block-size: 7px; margin-inline: 1px 4px; border: solid var(--muted); border-width: 0 1.75px 1.75px 0; rotate: -45deg; }
summary:dir(rtl)::before { rotate: 135deg; }
[open] > summary::before { rotate: 45deg; }
summary > :first-child:not(:only-child) { flex: none; max-inline-size: 60%; }
summary > span { font-weight: 400; color: var(--muted); }
.is-quiet > summary { font: var(--small); color: var(--muted); }
.fold-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--3); padding-block-start: var(--3); }

.setup { border: var(--edge); border-radius: var(--radius); overflow: clip; font: var(--tiny); background: var(--surface); --setup: light-dark(#0176d3, #5aa9f5); }
.setup-path { padding: 6px var(--3); border-block-end: var(--edge); color: var(--muted); }
.setup-title { margin: var(--2) var(--2) 0; padding: var(--1) var(--2); border-radius: var(--radius-small); background: var(--sunken); font-weight: 600; }
.setup-list { display: grid; gap: 2px; padding: var(--2) var(--3) var(--3); }
.setup-row { display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: var(--2); align-items: start; padding: var(--1); border-radius: var(--radius-small); }
.setup-box { display: grid; place-items: center; inline-size: 16px; block-size: 16px; margin-block-start: 2px; border: 1px solid var(--control); border-radius: 2px; color: var(--setup); font-weight: 600; line-height: 1; }
.setup-button { grid-column: 1 / -1; justify-self: start; padding: 2px var(--3); border-radius: var(--radius-small); background: var(--setup); color: var(--surface); font-weight: 600; }
.is-locked { color: var(--muted); }
.is-locked > .setup-box { border-color: var(--line); background: var(--line); color: var(--muted); }
.is-marked { outline: 2px solid var(--accent); }
.is-marked.is-locked { outline-color: var(--warn); }
.setup-tag { padding-inline: 6px; border-radius: var(--radius-small); background: var(--accent); color: var(--accent-ink); font-weight: 600; }
.is-locked > .setup-tag { background: var(--warn); color: var(--surface); }

.connection { display: grid; inline-size: 100%; grid-template-columns: auto minmax(32px, 1fr) auto; align-items: center; gap: var(--3); max-inline-size: 320px; margin-inline: auto; }
.connection-end { display: grid; justify-items: center; gap: var(--2); font: var(--label); text-align: center; }
.tile { display: grid; place-items: center; inline-size: 56px; block-size: 56px; border: var(--edge); border-radius: var(--radius-card); background: var(--surface); color: light-dark(#0176d3, #5aa9f5); font: var(--section); }
.tile .icon { inline-size: 28px; block-size: 28px; stroke-width: 1.5; }
.tile.is-stackone { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.connection-line { position: relative; display: grid; place-items: center; block-size: 56px; align-self: start; }
.connection-line::before { content: ""; position: absolute; inset-inline: 0; inset-block-start: 27px; border-block-start: 2px dashed var(--control); }
.connection-line > .mark { position: relative; inline-size: 32px; block-size: 32px; border-radius: 50%; }
.is-connected .connection-line::before { border-block-start: 2px solid var(--accent); }
.is-connected .mark { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
.is-broken .mark { border-color: var(--bad); background: var(--bad-soft); color: var(--bad); }
.is-waiting .mark { border-color: transparent; }
.spinner { inline-size: 20px; block-size: 20px; border: 2px solid var(--line); border-block-start-color: var(--accent); border-radius: 50%; }
.link-account { gap: 0; }
.link-account > .section, .link-account > [role=status]:not(:empty) { border-block-start: var(--edge); }
.link-account .fold-body { gap: var(--2); }
.link-account .field-label ~ .field-label { margin-block-start: var(--4); }
.moment { display: grid; gap: var(--5); padding: var(--8) var(--gap) var(--gap); }
.moment-words { display: grid; gap: var(--1); text-align: center; justify-items: center; }
.moment-words > :is(h2, h3) { font: var(--section); letter-spacing: -.01em; text-wrap: balance; }
.moment-words p { color: var(--muted); max-inline-size: 48ch; text-wrap: balance; }
@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: no-preference) {
  .spinner { animation: turn 1s linear infinite; }
  .button, .choice, .input { transition: background-color .12s, border-color .12s; }
}

.matrix-scroll { max-block-size: 440px; overflow: auto; contain: content; border: 1px solid var(--control); border-radius: var(--radius); }
.matrix { inline-size: 100%; border-spacing: 0; table-layout: fixed; font: var(--small); }
.matrix thead { overflow-wrap: normal; }
.matrix :is(th, td) { padding: 0; text-align: start; font: inherit; border-block-end: var(--edge); }
.matrix :is(th, td):not(:first-child) { inline-size: 84px; }
.matrix thead th { position: sticky; inset-block-start: 0; z-index: 1; background: var(--sunken); font-weight: 600; }
.matrix .checkbox { inline-size: 100%; }
.matrix .twist + .checkbox { inline-size: calc(100% - 28px); }
.matrix th:first-child > .checkbox:only-child { padding-inline-start: 28px; }
.matrix th:first-child > .checkbox:only-child::after { inset-inline-start: 32px; }
.matrix tr:hover > * { background: var(--hover); }
.matrix b { display: inline-block; font: inherit; }
.matrix b::first-letter { text-transform: uppercase; }
.matrix button { scroll-margin-block: 60px 136px; }
.matrix .checkbox:focus-visible { outline-offset: -2px; }
.matrix td:empty::before { content: "–"; }
.matrix td:only-child { padding-inline: 46px var(--3); background: var(--sunken); }
.matrix code { flex: 1; color: var(--muted); text-align: end; }
.twist { float: inline-start; inline-size: 28px; block-size: 40px; border: 0; background: none; color: var(--muted); font: var(--section); cursor: pointer; }
.twist::before { content: "›"; display: block; }
.twist[aria-expanded=true]::before { rotate: 90deg; }

.heading-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--3); }
.key-line { grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: var(--3); }
.key-line > .button { margin-block-start: calc(var(--size) * 1.25 + var(--2)); }
.key-line > .button:only-child { justify-self: start; margin: 0; }
.is-known .hint { display: none; }
.rows > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: var(--2); padding: var(--3) var(--gap); font: var(--small); }
.rows > li + li { border-block-start: var(--edge); }
.row-name { display: grid; gap: 2px; color: var(--muted); }
.row-name .badge { text-transform: capitalize; }
.row-name > span { display: flex; flex-wrap: wrap; align-items: center; gap: var(--1) var(--2); }
.bones { display: grid; gap: var(--2); }
.bones p { block-size: 36px; border-radius: var(--radius-small); background: var(--sunken); }

/* Where a page is that low, mostly because it's zoomed, a foot that stays would cover half of it. */
@media (max-height: 400px) {
  .foot { position: static; }
}
@container (max-width: 1160px) {
  .frame { grid-template-columns: 176px minmax(0, 640px); gap: 0 var(--8); }
  .frame-side { grid-column: 2; margin-block-start: var(--gap); }
  .frame-side:has(+ .frame-fold) { display: none; }
  .frame-fold { display: block; }
}
@container (max-width: 860px) {
  .frame { grid-template-columns: minmax(0, 640px); }
  .frame > * { grid-column: 1; }
  .rail-list { display: none; }
  .stepper { display: block; }
  .stepper-bar { display: grid; margin-block-end: var(--gap); }
}
@container (max-width: 520px) {
  .scp > * { --low: var(--height); }
  h2 { font-size: calc(var(--size) * 1.375); line-height: 1.2728; }
  .section, .task, .done { padding: var(--5) var(--4); }
  .foot { gap: var(--2); padding-inline: var(--4); }
  .moment { padding: var(--gap) var(--4) var(--5); }
  .choices, .choices:not(:has(> :nth-child(3))) { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .choice { border-radius: 0; margin-block-start: -1px; min-block-size: 48px; }
  .choice:first-child { border-start-start-radius: var(--radius); border-start-end-radius: var(--radius); }
  .choice:last-child { border-end-start-radius: var(--radius); border-end-end-radius: var(--radius); }
  .choice:has(:checked) { z-index: 1; }
  .foot-main, .foot-main > .button, .task > .button, .button-row > .button { flex: 1 1 auto; }
  .section > .button, .task > .button, .stack > .button { justify-self: stretch; }
  .foot-main { margin-inline-start: 0; }
  .foot-main:has(> .button + .button, > .link-button) { flex-basis: 100%; }
  summary { min-block-size: var(--height); }
  .review-row { grid-template-columns: minmax(0, 1fr) auto; }
  .review-row dt { font: var(--tiny); }
  .review-row dd { grid-column: 1; }
  .review-row > :nth-child(3) { grid-column: 2; grid-row: 1 / span 2; align-self: center; }
  .notice { grid-template-columns: 20px minmax(0, 1fr); }
  .message .link-button { display: block; min-block-size: var(--height); }
  .setup-row.is-marked { grid-template-columns: 16px minmax(0, 1fr); }
  .setup-tag { grid-column: 2; justify-self: start; }
  .candidates > li { grid-template-columns: minmax(0, 1fr); }
  .rows > li { grid-template-columns: minmax(0, 1fr); justify-items: start; }
  .key-line { grid-template-columns: minmax(0, 1fr); }
  .key-line > .button { margin: 0; }
  .matrix :is(th, td):not(:first-child) { inline-size: 46px; }
  .matrix thead { font-size: .85em; }
  .matrix thead th + th > .checkbox { flex-direction: column; align-items: start; gap: 0; padding-block: var(--1); }
  .matrix thead th + th > .checkbox::after { inset-block-start: 8px; }
  .matrix td:not(:only-child) { font-size: 0; }
  .matrix code { display: none; }
}
@container (max-width: 360px) {
  .section, .task, .foot, .done, .rows > li { padding-inline: var(--3); }
  .task { grid-template-columns: minmax(0, 1fr); }
  .task::before { margin-block-end: var(--2); }
  .task > * { grid-column: 1; }
  .task > h3 { grid-row: auto; }
  .copy { grid-template-columns: minmax(0, 1fr); }
  .matrix tr { display: grid; grid-template-columns: repeat(4, 1fr); padding-inline-start: 28px; border-block-end: var(--edge); }
  .matrix thead th { position: static; }
  .matrix :is(th, td) { border: 0; }
  .matrix :is(th:first-child, td:only-child) { grid-column: 1 / -1; margin-inline-start: -28px; }
  .copy > .button { inline-size: 100%; border-inline-start: 0; border-block-start: var(--edge); border-radius: 0 0 var(--radius) var(--radius); }
}
@media (forced-colors: active) {
  .radio { appearance: auto; }
  .switch, .checkbox::before { forced-color-adjust: none; border-color: CanvasText; background: Canvas; }
  .switch::after { background: CanvasText; }
  .switch:checked, .checkbox[aria-checked=true]::before { background: Highlight; }
  .checkbox[aria-checked=true]::after { border-color: HighlightText; forced-color-adjust: none; }
  .checkbox[aria-checked=mixed]::before { background: linear-gradient(CanvasText 0 0) 50%/8px 2px no-repeat; }
  .button, .task::before, .pill, .badge, .notice { border: 1px solid; }
  .is-primary { border-width: 3px; }
  .is-now > .step { text-decoration: underline; }
  .choice:has(:checked) { outline: 3px solid Highlight; }
  .stepper-bar i { border: 1px solid; }
  .stepper-bar .is-done { background: Highlight; forced-color-adjust: none; }
}
`;

const sheets = new WeakMap();

/** Gives a shadow root the form's styles. All forms of a document share one style sheet. */
export function addStyles(root) {
  const document = root.ownerDocument;
  // A document without a window draws nothing.
  if (!document.defaultView) return;
  if (!sheets.has(document)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(CSS);
    sheets.set(document, sheet);
  }
  root.adoptedStyleSheets = [sheets.get(document)];
}
