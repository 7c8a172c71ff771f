"""The kind of app every module of commands makes: its help screens, its values, its late loading.

Typer's own help and its own conversion of values load Markdown, syntax coloring and Pydantic, which
took longer than many an answer. The screens here draw the same panels with what Rich needs anyway.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from careerlattice.cli.errors import OPTIONS
from careerlattice.cli.values import convert_plainly, is_argument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_Function = TypeVar("_Function", bound="Callable[..., Any]")
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Command(TyperCommand):
    """A command with our help screen."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed."""
        convert_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; errors can name its options."""
        named = {str(param.name): param.opts[0] for param in self.params if not is_argument(param)}
        token = OPTIONS.set(named)
        try:
            return super().invoke(ctx)
        finally:
            OPTIONS.reset(token)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name in a line of usage."""
        from careerlattice.cli.help_screen import usage_pieces

        return usage_pieces(self.get_params(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help screen."""
        from careerlattice.cli.help_screen import print_help

        print_help(self, ctx)


class Summary(NamedTuple):
    """A command in the list of a help screen: its name, its help text, the title of its panel."""

    name: str
    help: str | None
    panel: Any


class Group(TyperGroup):
    """A group of commands with our help screen."""

    def summaries(self, ctx: Any) -> list[Summary]:
        """The commands that the help screen lists."""
        members = [self.get_command(ctx, name) for name in self.list_commands(ctx)]
        return [
            Summary(str(one.name), one.help, getattr(one, "rich_help_panel", None))
            for one in members
            if one is not None and not one.hidden
        ]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed."""
        convert_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Print the help screen."""
        from careerlattice.cli.help_screen import print_help

        print_help(self, ctx)


class App(typer.Typer):
    """A Typer app whose commands have our help screen."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **{
                "cls": Group,
                "no_args_is_help": True,
                "context_settings": SETTINGS,
                "pretty_exceptions_enable": False,
                **settings,
            }
        )

    def command(
        self, name: str | None = None, *, cls: type[TyperCommand] | None = Command, **settings: Any
    ) -> Callable[[_Function], _Function]:
        """Add the function that follows as a command."""
        return super().command(name, cls=cls, **settings)


def group_of(modules: Mapping[str, tuple[str, ...]]) -> type[Group]:
    """A group whose commands come from modules of this room, each loaded when it is wanted.

    `modules` names them in the order of the help screen, each with the names of its commands.
    """
    homes = {name: module for module, names in modules.items() for name in names}

    class LateGroup(Group):
        """Loads the module of a command that is called, and all for a help screen."""

        def summaries(self, ctx: Any) -> list[Summary]:
            """What the help screen lists; options of commands are not read for it."""
            return [line for module in modules for line in _summaries(_part(module))]

        def list_commands(self, ctx: Any) -> list[str]:
            """The names of all commands, in the order of the help screen."""
            return list(homes)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            """The command of this name; none where no module has it."""
            # Before an unknown name is answered with the nearest ones, all of them must be known.
            wanted = [homes[cmd_name]] if cmd_name in homes else list(modules)
            for module in wanted:
                if not set(modules[module]) <= set(self.commands):
                    self.commands.update(get_group(_part(module)).commands)
            return self.commands.get(cmd_name)

    return LateGroup


def _part(module: str) -> App:
    part = App()
    importlib.import_module(f"careerlattice.cli.{module}").register(part)
    return part


def _summaries(app: typer.Typer) -> Iterator[Summary]:
    for command in app.registered_commands:
        function: Any = command.callback
        name = command.name or function.__name__
        yield Summary(name, command.help or function.__doc__, command.rich_help_panel)
    for group in app.registered_groups:
        inner: Any = group.typer_instance
        name = group.name if isinstance(group.name, str) else inner.info.name
        yield Summary(name, inner.info.help, group.rich_help_panel)
