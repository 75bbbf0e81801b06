"""What this room shows on other pages: courses on the pages of other rooms, attendance and certificates on those of a course."""
