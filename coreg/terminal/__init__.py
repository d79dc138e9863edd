"""What Textual and terminals need: environment, colour probe, driver, signals, crash sentence."""
