"""`make chaos`: a thousand orders while everything around them breaks, and what both sides hold afterwards."""
