"""The rules. Knows no Telegram, no SQL, and no clock but the one it is handed."""
