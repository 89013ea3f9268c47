"""What the agency says and pays: arriving in time, dated facts, amounts, purchases."""
