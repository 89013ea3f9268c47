"""The team and its posts, the invitation, and the person's own account."""

from incubator.access import Permission
from incubator.doors import Door, guarded_path
from incubator.views import accounts, invitations

APPOINT = Permission.APPOINT

urlpatterns = [
    guarded_path("equipo/", accounts.team, name="team", needs=APPOINT),
    guarded_path("equipo/nombrar/", accounts.appoint, name="post_appoint", needs=APPOINT),
    guarded_path("equipo/cargos/<int:pk>/terminar/", accounts.end, name="post_end", needs=APPOINT),
    guarded_path("equipo/cargos/<int:pk>/invitar/", accounts.resend, name="post_invite", needs=APPOINT),
    guarded_path("equipo/cargos/<int:pk>/suspender/", accounts.suspend, name="account_suspend", needs=APPOINT),
    guarded_path("equipo/cargos/<int:pk>/abrir/", accounts.reopen, name="account_reopen", needs=APPOINT),
    guarded_path("invitacion/", invitations.invitation, name="invitation", needs=Door.PUBLIC),
    guarded_path("mi-cuenta/", accounts.my_account, name="my_account", needs=Door.SIGNED_IN),
]
