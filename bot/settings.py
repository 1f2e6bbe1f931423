"""What the operator sets: from the environment, `.env`, or a folder of secrets."""

import os
from pathlib import Path
from typing import Any, Final

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as SourceError

PREFIX: Final = "MAJAKKA_"
SECRETS: Final = Path("/run/secrets")
"""Where container engines lay secrets."""
CREDENTIALS: Final = "CREDENTIALS_DIRECTORY"
"""In this variable systemd names the folder with a service's credentials."""

EXAMPLES: Final = {
    "bot_token": "123456789:AA…, from @BotFather",
    "desk_bot_token": "123456789:AA…, from @BotFather",
    "database_url": "sqlite+aiosqlite:///data/majakka.db",
    "telegram_api_url": "http://127.0.0.1:8081",
    "key_file": "keys/majakka.key",
    "data_dir": "data",
    "backup_dir": "backups",
    "send_rate": "29",
}


class SettingsError(Exception):
    """A setting is wrong. The text says which, what is wrong, and gives an example; no value."""


class Settings(BaseSettings):
    """All settings. Each one's name in the environment is its own in capitals after MAJAKKA_."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = None
    """The émigrés' bot, from @BotFather."""
    desk_bot_token: SecretStr | None = None
    """The team's bot, with Threaded Mode on. Without it the team works in the émigrés' bot."""
    database_url: str | None = None
    """The database; by default SQLite in the data folder."""
    telegram_api_url: str | None = None
    """A Bot API server of one's own; by default Telegram's."""
    key_file: Path = Path("keys/majakka.key")
    """The key ring. Keep it apart from the database and its copies."""
    data_dir: Path = Path("data")
    """Where the database lies."""
    backup_dir: Path = Path("backups")
    """Where `majakka backup` puts copies, and `doctor` looks for the last one."""
    send_rate: int = Field(29, ge=0, le=30)
    """Messages a second over all chats. 0 lifts the pace: for benchmarks alone."""

    @model_validator(mode="before")
    @classmethod
    def _empty_is_unset(cls, given: dict[str, Any]) -> dict[str, Any]:
        """Ask of a file of secrets what `env_ignore_empty` asks of the rest."""
        return {name: value for name, value in given.items() if value != ""}

    @field_validator("bot_token", "desk_bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        number, _, secret = (token.get_secret_value() if token else "1:x").partition(":")
        if not (number.isdigit() and secret):
            raise ValueError("is not a token of the form number:letters")
        return token

    @field_validator("desk_bot_token")
    @classmethod
    def _is_another_bot(cls, token: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        ours: SecretStr | None = info.data.get("bot_token")
        if token and ours and _number(token) == _number(ours):
            raise ValueError("is the émigrés' bot too: the team needs one of its own, or none")
        return token

    @field_validator("database_url")
    @classmethod
    def _is_sqlite(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith("sqlite+aiosqlite:///"):
            raise ValueError("must begin with sqlite+aiosqlite:///")
        return url

    @field_validator("telegram_api_url")
    @classmethod
    def _is_http(cls, url: str | None) -> str | None:
        if url is not None and not url.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return url

    @field_validator("data_dir", "backup_dir")
    @classmethod
    def _is_a_folder(cls, folder: Path) -> Path:
        if folder.exists() and not folder.is_dir():
            raise ValueError("is not a folder")
        return folder

    @property
    def database(self) -> str:
        """Return the database's URL."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'majakka.db'}"

    @property
    def database_file(self) -> Path:
        """Return the database's file."""
        return Path(self.database.removeprefix("sqlite+aiosqlite:///"))


def load_settings(**given: Any) -> Settings:  # noqa: ANN401 - settings by name
    """Read and check all settings. Raises SettingsError with one sentence for each mistake."""
    try:
        return Settings(**{"_secrets_dir": _secrets_folders(), **given})
    except ValidationError as error:
        raise SettingsError(
            "\n".join(_sentence(dict(mistake)) for mistake in error.errors())
        ) from None
    except (OSError, UnicodeDecodeError, SourceError):
        raise SettingsError(
            "A file of settings cannot be read: .env and each secret must be text in UTF-8 that"
            " this user may open."
        ) from None


def _secrets_folders() -> list[Path]:
    """Return the folders of secrets that are there; what lies in a later one wins."""
    named = os.environ.get(CREDENTIALS)
    folders = [SECRETS, Path(named)] if named else [SECRETS]
    return [folder for folder in folders if folder.is_dir()]


def _number(token: SecretStr) -> str:
    """Return the bot's own number, which is the same in each of its tokens."""
    return token.get_secret_value().partition(":")[0]


def _sentence(mistake: dict[str, Any]) -> str:
    name = str(mistake["loc"][0])
    wrong = str(mistake["msg"]).removeprefix("Value error, ")
    return f"{PREFIX}{name.upper()}: {wrong}. Example: {EXAMPLES.get(name, '…')}"
