"""What two people do: pure functions of state, event and time."""
