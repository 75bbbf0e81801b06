"""What every room stands on: audit, jobs, files, documents, tables, panels, components, languages, base templates.

May import science only. A helper comes here when a third room needs it, in a module named for its purpose.
"""
