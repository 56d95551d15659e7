"""Translation sheets at the desk: sending one out, and looking at what came back."""
