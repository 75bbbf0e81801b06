"""Speed and size against the budgets; see README.md."""
