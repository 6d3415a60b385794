"""Channel B: the portal service, an HTTP service that an extension of 1C publishes at hs/portal/v1/."""
