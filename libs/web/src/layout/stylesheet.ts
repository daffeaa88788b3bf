/** The one stylesheet: paper and terracotta, light and dark, from 320 pixels on, and for print. */
export const css = `
:root{color-scheme:light dark;--paper:#fbf6ec;--card:#fffdf8;--ink:#2b2118;--quiet:#62513f;--line:#e2d3b8;--accent:#8f3a1b;--accent-ink:#fff;--leaf:#3f6032;--warn:#8a1f11;--warn-ground:#fbe6df}
@media (prefers-color-scheme:dark){:root{--paper:#1d1712;--card:#28201a;--ink:#f2e8d9;--quiet:#c6b39b;--line:#4a3b2d;--accent:#f2a57c;--accent-ink:#1d1712;--leaf:#a9cf97;--warn:#ffb4a3;--warn-ground:#45211a}}
*{box-sizing:border-box}
html{font:1.0625rem/1.6 Charter,"Bitstream Charter",Cambria,Georgia,serif;background:var(--paper);color:var(--ink)}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
a{color:var(--accent);text-underline-offset:.15em}a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--leaf);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999em}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:1}
.width{width:min(100% - 2rem,64rem);margin-inline:auto}
.top{background:var(--card);border-bottom:4px solid var(--accent)}
.top .width{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem 1.6rem;padding-block:.9rem}
.brand{font-size:1.3rem;font-weight:bold;text-decoration:none;color:var(--ink);margin-right:auto}
.brand span{color:var(--accent)}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:0;padding:0}
nav a{display:inline-block;padding:.35rem 0}
main{flex:1;padding-block:1.6rem 3rem}
h1{font-size:clamp(1.7rem,1.3rem + 2vw,2.5rem);line-height:1.15;margin:.2rem 0 .8rem;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:2.2rem 0 .7rem;color:var(--accent)}
h3{font-size:1.1rem;margin:0 0 .15rem;line-height:1.3}
p{margin:.4rem 0 .9rem;max-width:42rem}
.lead{font-size:1.2rem;color:var(--quiet)}
.quiet{color:var(--quiet);font-size:.95rem}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem;list-style:none;padding:0;margin:0}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem}
.card p{margin:.2rem 0}
.meetings{list-style:none;margin:0;padding:0}
.meetings li{display:grid;grid-template-columns:4.2rem 1fr;gap:0 1rem;padding:.8rem 0;border-bottom:1px solid var(--line)}
.meetings p{margin:0}
.leaf{background:var(--card);border:1px solid var(--line);border-top:.35rem solid var(--accent);border-radius:.4rem;text-align:center;line-height:1.1;padding:.35rem .2rem;align-self:start}
.leaf b{display:block;font-size:1.5rem}.leaf small{font-size:.8rem;color:var(--quiet);display:block}
.mark{display:inline-block;border:1px solid currentcolor;border-radius:1rem;padding:0 .6rem;font-size:.85rem;color:var(--leaf)}
.mark.bad{color:var(--warn)}
.notice{background:var(--warn-ground);color:var(--warn);border-left:.35rem solid;padding:.6rem 1rem;border-radius:.3rem;max-width:42rem}
.notice.good{background:var(--card);color:var(--leaf)}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1.2rem;margin:1rem 0}
dl.facts dt{color:var(--quiet)}dl.facts dd{margin:0}
table{border-collapse:collapse;width:100%;max-width:52rem}
th,td{text-align:left;padding:.45rem .7rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow-x:auto}
.bar{display:inline-block;height:.9rem;background:var(--accent);border-radius:.2rem;vertical-align:middle;min-width:2px}
form.fields{max-width:34rem;display:grid;gap:1.1rem}
label,legend{font-weight:bold;display:block;margin-bottom:.2rem}
label.choice{font-weight:normal;display:flex;gap:.6rem;align-items:start}
fieldset{border:0;padding:0;margin:0}
input[type=email],input[type=date],select{font:inherit;width:100%;padding:.55rem .7rem;border:1px solid var(--quiet);border-radius:.35rem;background:var(--card);color:var(--ink)}
input[type=date]{width:auto}
input[type=checkbox],input[type=radio]{width:1.2rem;height:1.2rem;margin-top:.2rem;flex:none;accent-color:var(--accent)}
button,.button{font:inherit;font-weight:bold;background:var(--accent);color:var(--accent-ink);border:0;border-radius:.4rem;padding:.6rem 1.3rem;cursor:pointer;text-decoration:none;display:inline-block}
.error{color:var(--warn);font-weight:bold;margin:.2rem 0 0}
.trap{position:absolute;left:-999em}
.prose{overflow-wrap:anywhere}
.links{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}
ol.steps{padding-left:1.3rem;max-width:42rem}
footer{border-top:1px solid var(--line);background:var(--card);padding-block:1rem}
@media print{.top nav,footer,.skip,form{display:none}html{background:#fff;color:#000}}
`.trim();
