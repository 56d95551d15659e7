"""What Word, Google Docs and browsers put on the clipboard, shortened but in their own shape."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><link rel=File-List href="clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml>
<![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-parent:"";
margin:0cm; font-size:12.0pt; font-family:"Calibri",sans-serif;} h1 {font-weight:bold;} --></style>
<!--[if gte mso 10]><style> table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head><body lang=DA style='tab-interval:36.0pt;word-wrap:break-word'><!--StartFragment-->
<h1 style='mso-pagination:widow-orphan'><span lang=EN-GB style='mso-ansi-language:EN-GB'>The
lighthouse<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-GB>In 2019 the <b style='mso-bidi-font-weight:normal'>720-tonne</b>
tower was <i>rolled</i> 70&nbsp;metres.<span style='mso-spacerun:yes'>\u00a0\u00a0 </span>See <a
href="https://example.org/tower"><span style='color:blue'>the film</span></a>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Sand<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>Fine sand<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Chalk<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoNormal>Last<a style='mso-comment-reference:MF_1'></a>.<span
class=MsoCommentReference><span style='display:none;mso-hide:all'>[MF1]</span></span></p>
<!--EndFragment--></body></html>"""
WORD_CLEAN = (
    "<p>The lighthouse</p><p>In 2019 the <strong>720-tonne</strong> tower was <em>rolled</em> "
    '70&nbsp;metres. See <a href="https://example.org/tower" rel="noopener">the film</a>.</p>'
    "<ul><li>Sand<ul><li>Fine sand</li></ul></li><li>Chalk</li></ul><ol><li>First</li></ol>"
    "<p>Last.</p>"
)

GOOGLE = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
id="docs-internal-guid-1f6c02d1-7fff-4a6e"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span
style="font-size:16pt;font-family:Arial,sans-serif;font-weight:400;white-space:pre-wrap;">Rails</span></h2><p
dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;">The tower is </span><span
style="font-size:11pt;font-weight:700;font-style:normal;">heavy</span><span style="font-weight:400;font-style:italic;">
and old</span><span style="font-weight:400;">, </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D"
style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">says the
keeper</span></a><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;"><li dir="ltr"
style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">One</span></p></li><ul><li
dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Inner</span></p></li></ul><li dir="ltr" aria-level="1"><p
dir="ltr" role="presentation"><span>Two</span></p></li></ul><br /><br /></b><br class="Apple-interchange-newline">"""
GOOGLE_CLEAN = (
    "<p>Rails</p><p>The tower is <strong>heavy</strong> <em>and old</em>, "
    '<a href="https://example.org/a?b=1" rel="noopener">says the keeper</a>.</p>'
    "<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>"
)

WEB = """<meta charset='utf-8'><div class="article-body" style="color: rgb(34, 34, 34); font-size: 18px;"><h2
style="font-weight: 700;">A <strong>heading</strong></h2><p style="margin: 0px;" onclick="steal()">First&nbsp;line
with&nbsp; <b>bold</b>, <i class="x">italic</i> and <a href="https://example.org/" target="_blank"
class="link" data-track="1">a link</a>.<!-- ad --></p><p>&nbsp;</p><p><br></p><figure><img src="https://example.org/a.jpg"
alt="A"><figcaption>The caption</figcaption></figure><blockquote><p>Quoted <a href="javascript:alert(1)">words</a></p></blockquote><script>alert(1)</script><table><tbody><tr><td>Height</td><td>23&nbsp;m</td></tr></tbody></table><div>One line<br><br>Another</div></div>"""
WEB_CLEAN = (
    "<p>A <strong>heading</strong></p><p>First line with <strong>bold</strong>, <em>italic</em> and "
    '<a href="https://example.org/" rel="noopener">a link</a>.</p><p>The caption</p>'
    "<p>Quoted words</p><p>Height 23&nbsp;m</p><p>One line</p><p>Another</p>"
)

SNIPPET = """<meta charset='utf-8'><span style="color: rgb(34, 34, 34); font-weight: 400; display: inline
!important; float: none;">part of a </span><b style="font-weight: 700;">line</b>"""
SNIPPET_CLEAN = "part of a <strong>line</strong>"
