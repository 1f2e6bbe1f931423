"""Who is offered a request, and when. docs/routing.md has the rules in words and as tables."""
