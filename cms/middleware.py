"""At the door of the editors: their rights in Wagtail are those of their posts at this moment."""

from cms import permissions

EDITORS_PREFIX = "/cms/"


class EditorsFollowPosts:
    """Middleware: before any page of the editors, bring Wagtail's groups up to date with the posts in force."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(EDITORS_PREFIX) and request.user.is_authenticated:
            permissions.follow_posts(request.user)
        return self.get_response(request)
