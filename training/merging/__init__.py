"""Training what events are merged by: likeness of words (`alike`), and weights of features."""
