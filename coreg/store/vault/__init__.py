"""What only a passphrase opens: keys and their slots, the sealed file, the sealed note."""
