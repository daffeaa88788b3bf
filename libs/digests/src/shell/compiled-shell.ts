// Made of letter.mjml by «npm run templates»: change that, not this.
/** A letter's page with holes such as `[[content]]`. */
export const compiledShell = `<!doctype html>
<html lang="[[lang]]" dir="[[dir]]" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>[[title]]</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<!--[if lte mso 11]>
<style type="text/css">
.mj-outlook-group-fix { width:100% !important; }
</style>
<![endif]-->
<style type="text/css">
@media only screen and (min-width:480px) {
.mj-column-per-100 { width:100% !important; max-width: 100%; }
}
</style>
<style media="screen and (min-width:480px)">
.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }
</style>
<style type="text/css">
:root {
color-scheme: light dark;
supported-color-schemes: light dark;
}
.content div {
overflow-wrap: anywhere;
}
h1,
h2,
h3 {
font-family: 'Iowan Old Style', Palatino, 'Palatino Linotype', Georgia, serif;
line-height: 1.25;
color: #2a2018;
}
h1 {
font-size: 28px;
margin: 0 0 8px;
}
h2 {
font-size: 22px;
margin: 36px 0 14px;
padding-top: 16px;
border-top: 1px solid #e5d6bb;
}
h3 {
font-size: 19px;
margin: 24px 0 2px;
}
p {
margin: 0 0 12px;
}
a {
color: #8f3a1b;
text-underline-offset: 3px;
}
.off a {
text-decoration: line-through;
}
.acts {
margin-top: -8px;
font-size: 16px;
}
.quiet,
.quiet p {
color: #65533f;
font-size: 16px;
}
.before {
color: #65533f;
}
.button {
display: inline-block;
margin: 8px 0;
padding: 12px 22px;
background: #8f3a1b;
color: #ffffff;
border-radius: 6px;
text-decoration: none;
font-weight: 600;
}
@media (prefers-color-scheme: dark) {
body,
.ground,
.ground > div {
background: #1c1611 !important;
}
.content div,
h1,
h2,
h3 {
color: #f2e8d9 !important;
}
h2 {
border-color: #4a3b2d !important;
}
a {
color: #f2a57c !important;
}
.quiet,
.quiet p,
.before {
color: #c8b59d !important;
}
.button {
background: #f2a57c !important;
color: #1c1611 !important;
}
}
</style>
<meta name="color-scheme" content="light dark" /> <meta name="supported-color-schemes" content="light dark" />
</head>
<body  class="ground" style="word-spacing:normal;background-color:#fbf5ea;">
<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">[[preheader]]</div>
<div
aria-label="[[title]]" aria-roledescription="email" role="article" lang="[[lang]]" dir="[[dir]]" style="word-spacing:normal;background-color:#fbf5ea;"
>
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600" ><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div  style="margin:0px auto;max-width:600px;">
<table
align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"
>
<tbody>
<tr>
<td
style="direction:ltr;font-size:0px;padding:0;text-align:center;"
>
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;" ><![endif]-->
<div
class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"
>
<table
border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%"
>
<tbody>
<tr>
<td
align="left" class="content" style="font-size:0px;padding:24px 20px 40px;word-break:break-word;"
>
<div
style="font-family:system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif;font-size:17px;line-height:1.55;text-align:left;color:#2a2018;"
>[[content]]</div>
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</tbody>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`;
