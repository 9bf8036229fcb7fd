"""The campaigns: which authority asks which agencies for the reports of which year, and by when."""
