"""What the catalogue is turned into: the site and Word papers. `blocks` and `compose` serve both."""
