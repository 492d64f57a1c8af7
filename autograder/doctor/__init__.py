"""What the seal of this machine holds, shown by trying it."""
