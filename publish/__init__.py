"""What makes the site whole: setting up, building both languages and the sheets aside, swapping them in."""
