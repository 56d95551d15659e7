"""From a manuscript to an article: read -> parse -> plan -> load. `bring_in` walks the whole way.

read   `decode`: the file's bytes to text; `photos_csv`: the folder of photos.
parse  `manuscript`, pure: `classify` says what a line is by itself (`markers`, `furniture`),
       `settle` what lines are to each other (`headings`), `layout` gives paragraphs their places
       (`items`, `costs`), `assemble` hangs the rest on them; `teasers`, `doubts`, and the `ledger`
       in which every line is entered once. What comes out is in `parts`.
plan   `plan`: the manuscript met with what `facts` reads of the newsroom: slides (`pairing`),
       photos (`allot`), other articles (`mentions`). What comes out is in `planned`.
load   `load` writes the plan in one transaction, after `pictures` has taken the photos in.
       `report` tells what came of it; `alts` and `topics` stand in when it is published.
"""
