/** The one stylesheet: paper and terracotta, light and dark, from 320 pixels on, and for print. */
export const css = `
:root{color-scheme:light dark;--paper:#fbf5ea;--card:#fffdf8;--ink:#2a2018;--quiet:#65533f;--line:#e5d6bb;--accent:#8f3a1b;--accent-ink:#fff;--wash:#f6e6d4;--leaf:#38592c;--leaf-wash:#e9efdc;--warn:#8a1f11;--warn-wash:#fbe4dd}
@media (prefers-color-scheme:dark){:root{--paper:#1c1611;--card:#282019;--ink:#f2e8d9;--quiet:#c8b59d;--line:#4a3b2d;--accent:#f2a57c;--accent-ink:#1c1611;--wash:#38281c;--leaf:#b3d5a2;--leaf-wash:#263020;--warn:#ffb9a9;--warn-wash:#45211a}}
*{box-sizing:border-box}
html{font:1.0625rem/1.55 system-ui,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;overflow-wrap:anywhere}
h1,h2,h3,.brand,.leaf b,.figures b,.moment{font-family:"Iowan Old Style",Palatino,"Palatino Linotype",P052,Georgia,serif;line-height:1.2}
h1{font-size:clamp(1.75rem,1.3rem + 2.1vw,2.6rem);margin:.9rem 0 .7rem;max-width:24em;text-wrap:balance}
h2{font-size:1.45rem;margin:2.4rem 0 .8rem;text-wrap:balance}
h3{font-size:1.13rem;margin:0 0 .2rem}
p{margin:.4rem 0 .9rem;max-width:40rem;text-wrap:pretty}
ul,ol{padding-left:1.3rem}
li{max-width:40rem}
a{color:var(--accent);text-underline-offset:.16em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--leaf);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999em}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.7rem 1rem;z-index:1}
.unseen,.trap{position:absolute;left:-999em}
.width{width:min(100% - 2rem,62rem);margin-inline:auto}
.lead{font-size:1.15rem;color:var(--quiet)}
.quiet{color:var(--quiet);font-size:.94rem}
.kicker{color:var(--leaf);font-weight:600;margin:0}
.top{background:var(--card);border-bottom:4px solid var(--accent)}
.top .width{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.6rem;padding-block:.4rem}
.brand{font-size:1.3rem;font-weight:bold;text-decoration:none;color:var(--ink);margin-right:auto;padding:.5rem 0}
.brand span{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:0 clamp(.8rem,2vw,1.3rem);font-size:.96rem;list-style:none;margin:0;padding:0}
nav a,.links a{display:inline-flex;align-items:center;min-height:2.75rem}
[aria-current]{color:var(--ink);font-weight:600;text-decoration-color:var(--accent);text-decoration-thickness:.16em}
.local{border-bottom:1px solid var(--line);margin-top:-.6rem}
.demo{background:var(--leaf-wash);border-bottom:1px solid var(--line);font-size:.94rem}
.past{background:var(--accent);color:var(--accent-ink)}
.past .width{padding-block:.7rem}
.past p{margin:0 0 .2rem;max-width:62rem}
.past strong{font-size:1.15rem}
.past .inline{margin:.4rem 0 0}
.past .button,.past .plain{background:var(--card);color:var(--ink);border:1px solid var(--ink)}
.past :focus-visible{outline-color:var(--accent-ink)}
.demo p{max-width:62rem;padding-block:.6rem;margin-block:0}
main{flex:1;padding-block:1.2rem 3.5rem}
.links{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem 1.3rem;list-style:none;padding:0;margin:.6rem 0}
.button,button{font:inherit;font-weight:600;min-height:2.75rem;display:inline-flex;align-items:center;background:var(--accent);color:var(--accent-ink);border:0;border-radius:.5rem;padding:.5rem 1.2rem;cursor:pointer;text-decoration:none}
.button:hover,button:hover{text-decoration:underline}
.card{background:var(--card);border:1px solid var(--line);border-radius:.7rem;padding:1rem 1.15rem}
.card>:first-child{margin-top:0}
.card>:last-child{margin-bottom:0}
.card+.fields,.card+p{margin-top:1.6rem}
.cards,.tiles,.figures{display:grid;gap:1rem;list-style:none;padding:0;margin:0 0 1rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr))}
.cards li,.tiles li,.figures li{max-width:none}
.cards p{margin:.25rem 0}
.cards .why{margin-top:.7rem}
.tiles{gap:.7rem;grid-template-columns:repeat(auto-fill,minmax(min(7.9rem,100%),1fr))}
.tiles li{position:relative;padding:.7rem .9rem}
.tiles p{margin:0;line-height:1.35}
.tiles a::after{content:"";position:absolute;inset:0;border-radius:.7rem}
.tiles li:hover{border-color:var(--accent)}
.next{border-left:.4rem solid var(--accent);margin-bottom:1.2rem}
.next h2{margin:.2rem 0 .5rem;font-size:1.7rem}
.moment{font-size:1.25rem;margin:0 0 .2rem}
.aside{margin-top:1.6rem;background:var(--wash)}
.aside h2{font-size:1.25rem;margin-bottom:.4rem}
@media (min-width:56rem){.split{display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:0 3rem}.split>div>:first-child{margin-top:1.4rem}}
.month{color:var(--accent);border-bottom:2px solid var(--line);padding-bottom:.3rem;margin-bottom:0}
.month::first-letter{text-transform:uppercase}
.meetings,.sources,.news{list-style:none;margin:0;padding:0}
.meetings li{max-width:none;display:grid;grid-template-columns:4.6rem minmax(0,1fr);gap:0 1rem;padding:.9rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.meetings p,.sources p{margin:.1rem 0 0}
.meetings h3 a{display:inline-block;padding-block:.15rem}
.off h3{text-decoration:line-through}
.expected .leaf{border:1px dashed var(--quiet);background:none}
.expected h3{font-weight:normal}
.leaf{background:var(--card);border:1px solid var(--line);border-top:.35rem solid var(--accent);border-radius:.45rem;text-align:center;padding:.3rem .1rem;align-self:start}
.leaf b{display:block;font-size:1.6rem}
.leaf small{display:block;font-size:.8rem;line-height:1.2;color:var(--quiet)}
.news li,.sources li{padding:.6rem 0;border-bottom:1px solid var(--line)}
.news .quiet{display:block}
.sources li{max-width:none}
@media (min-width:48rem){.sources{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}}
.mark{display:inline-block;border:1px solid;border-radius:1rem;padding:0 .65rem;font-size:.85rem;color:var(--quiet)}
.good{color:var(--leaf)}
.bad{color:var(--warn)}
.notice{background:var(--warn-wash);color:var(--warn);border-left:.35rem solid;padding:.7rem 1rem;border-radius:.4rem;max-width:40rem;margin:1rem 0 1.4rem}
.notice a{color:inherit}
.notice p,.notice ul{margin:.2rem 0}
.conflicts{color:var(--ink)}
.conflicts h2{font-size:1.15rem;margin:0 0 .5rem;color:var(--warn)}
.conflicts dl{margin:0}
.conflicts dt{color:var(--quiet)}
.conflicts dd{margin:.15rem 0}
.conflicts .why{font-size:.9rem;color:var(--quiet);margin-bottom:.6rem}
.notice.good{background:var(--leaf-wash);color:var(--leaf)}
.facts{display:grid;grid-template-columns:fit-content(34%) minmax(0,1fr);gap:.7rem 1.3rem;margin:1rem 0;max-width:40rem}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
.facts dd>*{display:block}
.prose{max-width:40rem}
.prose pre{white-space:pre-wrap}
.letter h3{margin-top:1.2rem}
.story ul{margin-bottom:.8rem}
.told{list-style:none;padding:0;margin:0}
.told>li{max-width:46rem;margin-bottom:1rem}
.told h2{font-size:1.2rem;margin:0 0 .2rem}
.told p{margin:.15rem 0}
.told dl{display:grid;grid-template-columns:fit-content(30%) minmax(0,1fr);gap:.4rem 1rem;margin:.7rem 0 0}
.told dt{color:var(--quiet)}
.told dd{margin:0}
.told dd>*{display:block}
.told del{color:var(--warn)}
.told ins{color:var(--leaf);text-decoration:none}
.told ins::before{content:"→ "}
@media (max-width:36rem){.told dl{display:block}.told dd{margin-bottom:.5rem}}
.steps li{margin-bottom:.5rem}
.figures b{display:block;font-size:2.6rem;line-height:1.1;color:var(--accent)}
.figures .quiet{display:block}
.charts{margin-top:1.8rem;display:grid;gap:2rem 3rem;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));align-items:start}
.chart{border-collapse:collapse;width:100%;table-layout:fixed}
.chart caption{text-align:left;font-weight:600;padding-bottom:.4rem}
.chart th{font-weight:normal;text-align:left;padding:.25rem .8rem .25rem 0;overflow-wrap:break-word;hyphens:auto;line-height:1.3;vertical-align:top}
.chart td{padding:.25rem 0;vertical-align:top}
.chart td>*{vertical-align:middle}
.number{display:inline-block;width:2.4rem;font-variant-numeric:tabular-nums;text-align:right;padding-right:.6rem}
.chart svg{width:calc(100% - 2.5rem);height:.85rem;fill:var(--accent)}
.inline{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem .8rem;margin:1rem 0}
.inline label{margin:0}
.fields{max-width:32rem;display:grid;gap:1.3rem}
label{font-weight:600;display:block;margin-bottom:.25rem}
.choice{font-weight:normal;display:flex;gap:.8rem;align-items:start;padding:.4rem 0}
input[type=email],input[type=text],input[type=url],input[type=time],input[type=date],textarea,select{font:inherit;min-height:2.75rem;width:100%;padding:.5rem .7rem;border:1px solid var(--quiet);border-radius:.45rem;background:var(--card);color:var(--ink)}
input[type=date],input[type=time]{width:auto}
.plain{background:none;color:var(--accent);border:1px solid}
.doubt{color:var(--leaf);margin:.3rem 0 0}
.doubtful{background:var(--leaf-wash);color:var(--leaf)}
input[type=checkbox]{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--accent)}
progress{width:100%;height:1.4rem;accent-color:var(--accent)}
fieldset{border:0;padding:0;margin:0;min-width:0}
legend{font-weight:600;padding:0}
[aria-invalid]{outline:2px solid var(--warn);border-color:var(--warn)}
.error{color:var(--warn);font-weight:600;margin:.3rem 0 0}
footer{border-top:1px solid var(--line);background:var(--card);padding-block:1rem}
@media print{nav,footer,.skip,form,.button{display:none!important}:root{--paper:#fff;--card:#fff;--ink:#000;--quiet:#333}a{color:inherit}h2,h3{break-after:avoid}}
`.trim();
