"""What people see, drawn as a page that needs no Telegram, no script and no network."""
