"""All help there is, to browse; a community's directory of services."""
