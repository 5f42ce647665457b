"""Takes the demo data out of the open profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.demo import DemoData
    from desktop.ui.context import Context


def remove_demo(context: Context) -> None:
    """Remove it in one step that can be undone."""
    demo, user_id = context.services.demo, context.user.id

    def remove(found: DemoData) -> None:
        if found:
            context.do(
                "remove demo data",
                lambda: demo.remove(user_id, found),
                lambda: demo.bring_back(user_id, found),
            )

    context.tasks.read(lambda: demo.find(user_id), remove)
