"""Who may do what with a report: rights of the municipality, and rights of the agreement."""

from incubator.access import Permission, posts_of, scope_of
from incubator.enums import Role

#: Rights that come from the agreement: its university's coordinator, its funder.
OF_AGREEMENT = frozenset(
    {Permission.DELIVER_REPORTS, Permission.ANSWER_REPORTS, Permission.READ_ANNEX, Permission.VIEW_DELIVERED}
)


def may(user, permission, report) -> bool:
    """Whether the user holds this right over this report, by the incubator or by the agreement as the right is."""
    if permission in OF_AGREEMENT:
        return report.agreement_id in scope_of(user, permission).agreement_ids
    if permission == Permission.PREPARE_REPORTS:
        return may_prepare(user, report.incubator)
    scope = scope_of(user, permission)
    return report.incubator_id in scope.home_ids or report.agreement_id in scope.agreement_ids


def may_prepare(user, incubator) -> bool:
    """Whether the user prepares reports of this incubator; an adviser, where one of the assigned groups is."""
    return incubator.pk in scope_of(user, Permission.PREPARE_REPORTS).host_ids


def is_approver(user, agreement_id) -> bool:
    """Whether the user approves for the agency that pays this agreement."""
    return any(post.role == Role.FUNDER_APPROVER and post.agreement_id == agreement_id for post in posts_of(user))


def post_title(user, report) -> str:
    """The post with which somebody signs a report, deputies marked so; an empty text without one."""
    posts = [
        post
        for post in posts_of(user)
        if report.incubator_id == post.incubator_id or report.agreement_id == post.agreement_id
    ]
    if not posts:
        posts = posts_of(user)[:1]
    return next((f"{post.get_role_display()}{' (s)' if post.deputy_for_id else ''}" for post in posts), "")
