"""The closed page: goes only where it is sent, runs nothing but our own script, asks for nothing.

Each wall is a thing of its own, so that a test can show what each holds back without the others.
"""

from __future__ import annotations

from importlib import resources

import shiboken6
from PySide6.QtCore import QFile, QIODevice, QObject, QUrl, Signal
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from desktop.ui.text.view_rules import HOST, SCHEME
from desktop.ui.text.view_scheme import PageServer, ensure_scheme

#: Our own script lives apart from the page's: the page's world stays without any.
WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
#: The renderer keeps what it has shown until it is told to tidy up (3 MB a page). After so many
#: pages it is told, and after so many changes of a page.
PAGES_TO_TIDY, CHANGES_TO_TIDY = 10, 15
_LINKS = frozenset({"http", "https", "mailto"})
_Attribute = QWebEngineSettings.WebAttribute
_Navigation = QWebEnginePage.NavigationType
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FocusOnNavigationEnabled,
)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Refuses every request that is not for our own scheme and host."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Called by WebEngine for each request."""
        url = info.requestUrl()
        if url.scheme() != SCHEME or url.host() != HOST:
            info.block(True)


def lock(settings: QWebEngineSettings) -> None:
    """Switch off whatever a page could do, scripts before all."""
    for attribute in _OFF:
        settings.setAttribute(attribute, False)


def closed_profile(parent: QObject | None = None) -> QWebEngineProfile:
    """A profile that keeps nothing on disk, downloads nothing and permits nothing."""
    ensure_scheme()
    profile = QWebEngineProfile(parent)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.downloadRequested.connect(_refuse_download)
    return profile


def _refuse_download(download: QWebEngineDownloadRequest) -> None:
    download.cancel()


class ClosedPage(QWebEnginePage):
    """Loads what ``show_address`` is given and refuses to go anywhere else.

    ``link_clicked`` tells links to the web and to mail that a person clicked; nobody has gone
    there. ``run`` runs a piece of our own script.
    """

    link_clicked = Signal(QUrl)

    def __init__(self, profile: QWebEngineProfile, parent: QObject | None = None) -> None:
        super().__init__(profile, parent)
        self._wanted = QUrl()
        self._shown = 0
        self._changes = 0
        lock(self.settings())
        self.permissionRequested.connect(self._deny)

    def show_address(self, address: str) -> None:
        """Go to a page of our own."""
        self._shown += 1
        if self._shown % PAGES_TO_TIDY == 0:
            self.run("gc()")
        self._wanted = QUrl(address)
        self.load(self._wanted)

    def run(self, script: str) -> None:
        """Run a piece of our own script, in our own world, soon."""
        self.runJavaScript(script, WORLD)

    def changed(self) -> None:
        """Note that our script has put new content into the page."""
        self._changes += 1
        if self._changes % CHANGES_TO_TIDY == 0:
            self.run("gc()")

    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool, /
    ) -> bool:
        """Called by WebEngine: whether the page, or a frame in it, may go there."""
        url = QUrl(url)
        clicked = type is _Navigation.NavigationTypeLinkClicked
        if clicked and isMainFrame and url.scheme() in _LINKS:
            self.link_clicked.emit(url)
        sent = type in (_Navigation.NavigationTypeTyped, _Navigation.NavigationTypeReload)
        return isMainFrame and sent and url == self._wanted

    def javaScriptConsoleMessage(self, *_: object) -> None:
        """Called by WebEngine. What is said there may be words of the document; no log has them."""

    def javaScriptAlert(self, *_: object) -> None:
        """Called by WebEngine; nothing is shown."""

    def javaScriptConfirm(self, *_: object) -> bool:
        """Called by WebEngine; nobody is asked."""
        return False

    def javaScriptPrompt(self, *_: object) -> tuple[bool, str]:
        """Called by WebEngine; nobody is asked."""
        return False, ""

    def chooseFiles(self, *_: object) -> list[str]:
        """Called by WebEngine; no file is ever chosen."""
        return []

    def _deny(self, permission: QWebEnginePermission) -> None:
        permission.deny()


class Browser(QObject):
    """Profile, page, server and channel, made in order and taken down in order.

    ``link`` is the object that our script in the page talks to, as ``link``.
    """

    def __init__(self, server: PageServer, link: QObject) -> None:
        super().__init__()
        self.server = server
        self.profile = closed_profile()
        self._interceptor = Interceptor()
        self.profile.setUrlRequestInterceptor(self._interceptor)
        self.profile.installUrlSchemeHandler(SCHEME.encode(), server)
        self.page = ClosedPage(self.profile)
        self._channel = QWebChannel()
        self._channel.registerObject("link", link)
        self.page.setWebChannel(self._channel, WORLD)
        moment = QWebEngineScript.InjectionPoint
        self._add_script("channel", _channel_script(), moment.DocumentCreation)
        self._add_script("view", _own_script(), moment.DocumentReady)

    def _add_script(self, name: str, text: str, moment: QWebEngineScript.InjectionPoint) -> None:
        script = QWebEngineScript()
        script.setName(name)
        script.setSourceCode(text)
        script.setInjectionPoint(moment)
        script.setWorldId(WORLD)
        script.setRunsOnSubFrames(False)
        self.page.scripts().insert(script)

    def close(self) -> None:
        """End the renderer: the page first, then its profile."""
        shiboken6.delete(self.page)
        shiboken6.delete(self._channel)
        self.profile.removeAllUrlSchemeHandlers()
        shiboken6.delete(self.profile)
        shiboken6.delete(self._interceptor)
        shiboken6.delete(self.server)


def _channel_script() -> str:
    """Qt's own half of the channel, which comes with Qt."""
    file = QFile(":/qtwebchannel/qwebchannel.js")
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data()).decode()


def _own_script() -> str:
    return resources.files("desktop.ui.text").joinpath("view.js").read_text(encoding="utf-8")
