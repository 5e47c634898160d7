"""What the text's view may do, said to Chromium before it starts: nothing but show our own pages.

This module loads no WebEngine, so that the window can open before it.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, Qt

#: The only scheme and host that the view ever loads from; served by ``view_scheme``.
SCHEME, HOST = "diptych", "view"
ORIGIN = f"{SCHEME}://{HOST}"

#: No script, frame, form, plug-in or connection; pictures, fonts and the style sheet from us only.
#: KaTeX places its signs by ``style`` attributes, which therefore are allowed; what they might
#: fetch is not. ``sandbox`` says again that nothing of the page runs, opens or navigates.
POLICY = (
    "default-src 'none'; "
    f"img-src {ORIGIN}; font-src {ORIGIN}; "
    f"style-src-elem {ORIGIN}; style-src-attr 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "sandbox allow-same-origin"
)

#: Everything that Chromium would fetch goes to a proxy that does not exist, this computer's own
#: addresses included. ``gc()`` lets our own script tidy up (see ``view_page``).
CHROMIUM_FLAGS = (
    "--proxy-server=socks5://127.0.0.1:1",
    "--proxy-bypass-list=<-loopback>",
    "--js-flags=--expose-gc",
    "--disable-background-networking",
    "--dns-prefetch-disable",
    "--no-pings",
    "--disable-sync",
    "--disable-speech-api",
)


def register_scheme() -> None:
    """Prepare Chromium; call it before the ``QApplication`` is made. WebEngine is not loaded yet.

    The scheme itself is registered when WebEngine is loaded, before its first profile.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    before = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "").split()
    flags = [flag for flag in before if flag not in CHROMIUM_FLAGS]
    # Of a flag that is given twice the last one counts.
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join((*flags, *CHROMIUM_FLAGS))
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium's own sandbox can't be set up by root; it is never switched off for others.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
