"""Translation sheets: an article's texts out to a freelancer without an account, and back.

send (the texts as they are -> a Sheet) -> workbook (.xlsx) -> the freelancer -> workbook.read
-> compare (what came beside what stands here: the fate of every line) -> take (as changes, through
articles.editing.apply; the ledger is told of the text as it was sent).
"""
