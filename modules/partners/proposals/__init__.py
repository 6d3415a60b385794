"""What clients propose to 1C: consignees, their addresses, contact persons."""
