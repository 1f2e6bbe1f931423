"""Settings: from three places, each mistake in one sentence, no value told."""

import ast
import inspect
import traceback
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

import bot.settings
from bot.settings import CREDENTIALS, EXAMPLES, PREFIX, Settings, SettingsError, load_settings

OURS = "123456789:AA-MARKED-token"
THEIRS = "987654321:AA-MARKED-other"
VALUES = {
    "bot_token": (OURS, SecretStr(OURS)),
    "desk_bot_token": (THEIRS, SecretStr(THEIRS)),
    "database_url": ("sqlite+aiosqlite:///x/y.db", "sqlite+aiosqlite:///x/y.db"),
    "telegram_api_url": ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
    "key_file": ("elsewhere/a.key", Path("elsewhere/a.key")),
    "data_dir": ("elsewhere", Path("elsewhere")),
    "backup_dir": ("elsewhere", Path("elsewhere")),
    "send_rate": ("7", 7),
}


@pytest.fixture(autouse=True)
def empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with nothing in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bot.settings, "SECRETS", tmp_path / "run-secrets")
    monkeypatch.delenv(CREDENTIALS, raising=False)
    for name in VALUES:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    return tmp_path


def write_env(folder: Path, **values: str) -> None:
    lines = [f"{PREFIX}{name.upper()}={value}\n" for name, value in values.items()]
    (folder / ".env").write_text("".join(lines), encoding="utf-8")


def write_secret(folder: Path, name: str, value: str, *, within: str = "secrets") -> Path:
    secrets = folder / within
    secrets.mkdir(exist_ok=True)
    (secrets / f"{PREFIX}{name}".lower()).write_text(value + "\n", encoding="utf-8")
    return secrets


def test_every_setting_is_tried_here() -> None:
    assert set(VALUES) == set(Settings.model_fields) == set(EXAMPLES)


@pytest.mark.parametrize("name", VALUES)
def test_a_setting_comes_from_the_environment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    value, expected = VALUES[name]
    monkeypatch.setenv(f"{PREFIX}{name.upper()}", value)
    assert getattr(load_settings(), name) == expected


@pytest.mark.parametrize("name", VALUES)
def test_a_setting_comes_from_the_file(name: str, tmp_path: Path) -> None:
    value, expected = VALUES[name]
    write_env(tmp_path, **{name: value})
    assert getattr(load_settings(), name) == expected


@pytest.mark.parametrize("name", VALUES)
def test_a_setting_comes_from_what_a_container_engine_laid_down(name: str, tmp_path: Path) -> None:
    value, expected = VALUES[name]
    write_secret(tmp_path, name, value, within="run-secrets")
    assert getattr(load_settings(), name) == expected


@pytest.mark.parametrize("name", VALUES)
def test_a_setting_comes_from_the_credentials_of_a_service(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, expected = VALUES[name]
    monkeypatch.setenv(CREDENTIALS, str(write_secret(tmp_path, name, value)))
    assert getattr(load_settings(), name) == expected


def test_the_environment_goes_before_the_file_and_the_file_before_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_secret(tmp_path, "send_rate", "1", within="run-secrets")
    assert load_settings().send_rate == 1
    monkeypatch.setenv(CREDENTIALS, str(write_secret(tmp_path, "send_rate", "2")))
    assert load_settings().send_rate == 2
    write_env(tmp_path, send_rate="3")
    assert load_settings().send_rate == 3
    monkeypatch.setenv("MAJAKKA_SEND_RATE", "4")
    assert load_settings().send_rate == 4


@pytest.mark.parametrize("named", ["", "nowhere"])
def test_no_folder_of_credentials_is_no_mistake(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CREDENTIALS, named)
    assert load_settings().bot_token is None


def test_a_secret_that_is_no_text_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = write_secret(tmp_path, "bot_token", "")
    (secrets / "majakka_bot_token").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv(CREDENTIALS, str(secrets))
    with pytest.raises(SettingsError, match="each secret must be text"):
        load_settings()


@pytest.mark.parametrize("name", VALUES)
def test_an_empty_setting_is_none_at_all(name: str, tmp_path: Path) -> None:
    """`majakka init` writes an empty line for the token."""
    unset = load_settings()
    write_env(tmp_path, **{name: ""})
    assert load_settings() == unset


@pytest.mark.parametrize("name", VALUES)
def test_an_empty_secret_is_none_at_all(name: str, tmp_path: Path) -> None:
    """An engine wants a file for each secret that it is told of."""
    unset = load_settings()
    write_secret(tmp_path, name, "", within="run-secrets")
    assert load_settings() == unset


def test_the_database_lies_in_the_data_folder_unless_it_is_set(tmp_path: Path) -> None:
    write_env(tmp_path, data_dir="elsewhere")
    assert load_settings().database == "sqlite+aiosqlite:///elsewhere/majakka.db"
    write_env(tmp_path, data_dir="elsewhere", database_url="sqlite+aiosqlite:///x.db")
    assert load_settings().database == "sqlite+aiosqlite:///x.db"


@pytest.mark.parametrize(
    ("name", "value", "wrong"),
    [
        ("bot_token", "MARKED", "is not a token"),
        ("bot_token", "MARKED:1", "is not a token"),
        ("bot_token", "12345678:", "is not a token"),
        ("desk_bot_token", ":MARKED", "is not a token"),
        ("desk_bot_token", OURS, "is the émigrés' bot too"),
        ("database_url", "postgresql://MARKED:secret@host/db", "must begin with sqlite"),
        ("database_url", "MARKED.db", "must begin with sqlite"),
        ("telegram_api_url", "MARKED", "must begin with http"),
        ("telegram_api_url", "ftp://MARKED.example", "must begin with http"),
        ("data_dir", "a-file-MARKED", "is not a folder"),
        ("send_rate", "MARKED", "valid integer"),
        ("send_rate", "7.77", "valid integer"),
        ("send_rate", "-8", "greater than or equal to 0"),
        ("send_rate", "3111", "less than or equal to 30"),
    ],
)
def test_a_mistake_is_one_sentence_without_the_value(
    name: str, value: str, wrong: str, tmp_path: Path
) -> None:
    (tmp_path / "a-file-MARKED").touch()
    write_env(tmp_path, **{"bot_token": OURS, name: value})
    with pytest.raises(SettingsError) as refused:
        load_settings()
    said = str(refused.value)
    assert said.startswith(f"MAJAKKA_{name.upper()}: ")
    assert wrong in said
    assert said.endswith(f"Example: {EXAMPLES[name]}")
    assert "\n" not in said
    assert value not in "".join(traceback.format_exception(refused.value))


def test_a_mistake_in_the_code_shows_no_value_either() -> None:
    with pytest.raises(ValidationError) as refused:
        Settings(_env_file=None, database_url="postgresql://MARKED")
    assert "MARKED" not in str(refused.value)


def test_each_mistake_has_its_line(tmp_path: Path) -> None:
    write_env(tmp_path, **dict.fromkeys(("bot_token", "send_rate"), "MARKED"))
    with pytest.raises(SettingsError) as refused:
        load_settings()
    names = [line.partition(":")[0] for line in str(refused.value).splitlines()]
    assert names == ["MAJAKKA_BOT_TOKEN", "MAJAKKA_SEND_RATE"]


def test_a_file_of_settings_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"MAJAKKA_BOT_TOKEN=\xff\xfe\x00")
    with pytest.raises(SettingsError, match="cannot be read: "):
        load_settings()


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_is_one_that_is_taken(name: str, tmp_path: Path) -> None:
    write_env(tmp_path, **{name: EXAMPLES[name].split(",")[0]})
    load_settings()


def test_no_secret_is_shown(tmp_path: Path) -> None:
    write_env(tmp_path, bot_token=OURS, desk_bot_token=THEIRS)
    settings = load_settings()
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert "MARKED" not in shown
    assert settings.bot_token
    assert settings.bot_token.get_secret_value() == OURS


@pytest.mark.parametrize("name", VALUES)
def test_settings_do_not_change_while_the_program_runs(name: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(load_settings(), name, VALUES[name][1])


def meanings() -> dict[str, str]:
    """Return what is said beneath each setting in the code."""
    module = ast.parse(inspect.getsource(bot.settings))
    (made,) = [each for each in module.body if getattr(each, "name", "") == "Settings"]
    assert isinstance(made, ast.ClassDef)
    return {
        setting.target.id: inspect.cleandoc(said.value.value)
        for setting, said in zip(made.body, made.body[1:], strict=False)
        if isinstance(setting, ast.AnnAssign)
        and isinstance(setting.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }


def default(name: str) -> str:
    value = Settings.model_fields[name].default
    return "none" if value is None else f"`{value}`"


def test_the_handbook_has_each_setting_as_the_code_has_it() -> None:
    page = Path(__file__).parents[1] / "docs" / "settings.md"
    rows = [line for line in page.read_text(encoding="utf-8").splitlines() if "`MAJAKKA_" in line]
    assert [row for row in rows if row.startswith("|")] == [
        f"| `MAJAKKA_{name.upper()}` | {meanings()[name]} | {default(name)} | `{example}` |"
        for name, example in EXAMPLES.items()
    ]
