"""What is run once by hand to make data of the package."""
