"""The portal's processes: how each is started, watched over and stopped."""
