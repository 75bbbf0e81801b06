"""Sentences said about files, columns and cells."""

from django.utils.translation import gettext_lazy as _

# --- cells --------------------------------------------------------------------------------------------------------------
CELL_MISSING = _("This cell is empty. Every row needs it.")
CELL_TOO_LONG = _("This text has %(length)s letters. The most is %(most)s.")
CELL_IS_ERROR = _("The spreadsheet could not work out this cell. Put the value itself in it.")
STARS_NOT_UNDERSTOOD = _("Stars are a whole number from 1 to 5. Write 4, or 4 sao, or ★★★★.")
WHOLE_NOT_UNDERSTOOD = _("This is not a whole number. Write it in figures, for example 12.")
NUMBER_NOT_UNDERSTOOD = _("This is not a number, or it can be read in two ways. Write it without spaces or thousands marks, for example 1500 or 2.5.")
NUMBER_TOO_SMALL = _("This number is too small. The least is %(least)s.")
NUMBER_TOO_LARGE = _("This number is too large. The most is %(most)s.")
DATE_NOT_UNDERSTOOD = _("This date cannot be read. Write year, month and day, for example 2022-03-07.")
YES_NO_NOT_UNDERSTOOD = _("Write yes or no.")
PHONE_NOT_UNDERSTOOD = _("This is not a phone number. Write it with its country code, for example +856 20 5551 2345.")
EMAIL_NOT_UNDERSTOOD = _("This is not an e-mail address. Write it like name@example.org.")
CHOICE_NOT_UNDERSTOOD = _("This word is not known here. Write one of: %(allowed)s.")
ROW_TOO_WIDE = _("This row has more cells than the table has titles. Put a text that holds a comma in quotation marks.")
ROW_NOT_KEPT = _("This row cannot be kept beside what is already in the record.")

# --- columns ------------------------------------------------------------------------------------------------------------
COLUMN_MISSING = _("The table has no column “%(title)s”. Every row needs it.")
COLUMNS_ALL_UNKNOWN = _("No column of this table is known here. The first row should hold titles such as %(titles)s.")
COLUMN_TWICE = _("Two columns are titled as “%(title)s”. Keep one of them.")
COLUMN_UNKNOWN = _("This column is not known and was left out.")
COLUMN_UNTITLED = _("Column %(letter)s holds values but has no title, and was left out.")
NO_ROWS = _("The table has titles but no rows.")
ONE_SHEET_READ = _("Only the sheet “%(sheet)s” was read. The file has others.")

# --- files --------------------------------------------------------------------------------------------------------------
FILE_EMPTY = _("The file is empty.")
FILE_TOO_LARGE = _("The file has %(megabytes)s MB. The most is %(most)s MB. Split it, or leave pictures out of it.")
FILE_TOO_MANY_ROWS = _("The table has more than %(most)s rows. Split it into several files.")
FILE_TOO_MANY_COLUMNS = _("The table has more than %(most)s columns.")
FILE_NOT_FOUND = _("There is no file “%(name)s”, or it cannot be opened.")
FILE_IS_OLD_EXCEL = _(
    "This is an old Excel file (.xls) or one locked with a password. Open it, and save it as Excel workbook (.xlsx) without a password."
)
FILE_IS_PDF = _("This is a PDF. A table is read from a spreadsheet: save it as .xlsx or as CSV.")
FILE_IS_OPEN_DOCUMENT = _("This is an OpenDocument file. Open it, and save it as Excel workbook (.xlsx) or as CSV.")
FILE_IS_OTHER_ZIP = _("This file is packed, and there is no Excel workbook in it. Save the table as .xlsx or as CSV.")
FILE_UNPACKS_TOO_LARGE = _("This file would become too large when unpacked, so it was not opened.")
FILE_IS_BROKEN = _("This Excel workbook is damaged and cannot be opened. Open it in the spreadsheet program and save it again.")
FILE_IS_NOT_A_TABLE = _("This file is not a table. Save the table as .xlsx or as CSV.")
FILE_QUOTES_BROKEN = _("A quotation mark near line %(line)s is not closed, or stands inside a quoted text. Write it twice there, or save as .xlsx.")
FILE_CELL_TOO_LONG = _("A cell near line %(line)s is too long, or a quotation mark before it is not closed.")
FILE_NOT_UTF8 = _(
    "The letters of this file are not coded in UTF-8 (line %(line)s cannot be read). Save it as “CSV UTF-8”, or as Excel workbook (.xlsx)."
)

# --- what a run did -------------------------------------------------------------------------------------------------------
DONE = _("Created %(created)s, updated %(updated)s, unchanged %(unchanged)s.")
WOULD_DO = _("This would create %(created)s, update %(updated)s and leave %(unchanged)s unchanged. Nothing was written.")
NOTHING_WRITTEN = _("Rows were refused, so nothing was written.")
REFUSED_HEADING = _("Refused (row, column, value):")
NOTES_HEADING = _("Notes:")

# --- what is chosen for the whole file ------------------------------------------------------------------------------------
KIND_UNKNOWN = _("There is no table of the kind “%(kind)s”. Known are: %(known)s.")
NEED_MISSING = _("Say for which %(need)s the table is: --%(option)s CODE.")
NEED_UNKNOWN = _("There is no %(need)s with the code “%(code)s”. Known are: %(known)s.")
NO_ACCOUNT = _("There is no account with the code “%(code)s”.")
MAY_NOT_IMPORT = _("%(account)s may not import this table.")

# --- pages ----------------------------------------------------------------------------------------------------------------
FILE_MISSING = _("Choose the table that you want to bring in.")
CHOICE_IS_GONE = _("This can no longer be chosen. Choose another.")
MAY_NOT_IMPORT_HERE = _("Tables are brought in by officers. Ask the officer of your place, or sign in with another account.")
