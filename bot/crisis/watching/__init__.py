"""Every message is looked at before the router sees it; whoever is in danger is answered."""
