"""Every sentence that the core says to people; {0}, {1} … stand for names and numbers.

Made by ``make translations`` from the core's code; don't edit it.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP(
        "Core",
        "A page can't be turned by {0} degrees.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A page is missing between two commas.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A part of the document is too large to be converted.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A picture was lost on its way into the Word file.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A table came without its cells.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "A table {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Add it again to convert what it holds now.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Add the document once more for the other pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Another Diptych has been opening the library of conversions for too long.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Another Diptych is working on {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Another program has held the library of conversions for too long.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check it: capital and small letters are different.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that it is running, and that the address and the port are right.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that it is still working; if it is only slow, send it fewer pages at once.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that its disk is there and that you may write to the folder.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that the folder exists and that you may write to it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check that the server is still running.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the address and the port.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the address and the port: something else may be running there.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the address.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the disk and the folder, then export again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the server's token in the settings or in the environment.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a file instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a model that reads images, such as DeepSeek-OCR.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a shorter name.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a smaller page size or fewer tokens.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a smaller page size, fewer pages at once, or a smaller model.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose a smaller page size, or JPEG instead of PNG.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another document.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another folder, or close the program that has the file open.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another mode, or another use of the text layer.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another one.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose another profile for this server, or update the server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose one of its models: {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose one of the models that the server has.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose one of these modes: {0}; or another server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Close some other programs, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Close the other program, or wait until it has finished, and go on.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Copy the token again, without spaces and line breaks.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Create it or choose another one, then export again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Diptych made a mistake here.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Diptych made a mistake with this file.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Export again when the computer is less busy, or another format.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Export again, and please report this.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Export another format, and please report this.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Export fewer pages at once, or another format.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Export the page as a picture from another program and add that instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Free some space or choose another folder, then export again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Give its password.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Give the address that really answers.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Give the server's token in the settings or in the environment.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Give yourself the right to read it, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Install Diptych again if this goes on.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Install Diptych again with the pandoc that belongs to it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Install Diptych again: pandoc is a part of it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It has pages 1 to {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It is damaged or needs more memory than it may have; save it anew from another program.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It is well again and gets pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It is well again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It opens PDF, PNG, JPEG, WebP, BMP, GIF and TIFF files.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It was cancelled.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "It was stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its log says more.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its process had ended.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its process has ended.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Its start was called off.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Leave out “<|” and “|>”.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Leave them out, and give the server's token in the settings or in the environment.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "List the ones that there are.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Look at the server's log.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Look into the log for what it said last, or choose another server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Make it smaller in another program and add that instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Make room on that disk, then resume.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Make the picture smaller in another program and add that instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Move it away and start again, or put back a copy of it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Move it away or choose another name.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Name the one to use: {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "No page could be read. {0}",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "No space is left in {0}, where the library of conversions is kept.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "None of this conversion's servers can say where something is on a page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Nothing had needed it for a while.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Of this page's boxes, {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} has no block {1} to edit.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} has no region {1} that could be cut out.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} is not one of this conversion's.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} of “{1}” crashed the process that reads it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} of “{1}” has {2} × {3} pixels, more than the {4} million that Diptych decodes.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} of “{1}” is damaged.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} of “{1}” needs more than {2} GB of memory.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Page {0} of “{1}” took longer than {2} seconds to draw.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Pause the documents that it reads, and stop it when that page is done.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Put it back where it was, or add it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Read the document with a server that runs DeepSeek-OCR.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Remove it when that is done.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Restart the server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Save an unlocked copy from the program that made it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Save it anew from another program, which often repairs it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "See whether another program opens it and save it anew from there, or get it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "See whether another program shows any, or get it again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "See whether it was copied completely.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "See whether its disk is connected and in order, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Start it first.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Start the conversion again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Start the server again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The address of {0} can't be used.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine could not be started.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine did not answer within {0} s.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine ended again and again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine has no address to ask.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine is reading a page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The built-in engine was stopped.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The connection to {0} broke in the middle of the reply.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The document has {0}, so there is no page {1}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The files of this conversion are being written just now.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The folder {0} is not there.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The library of conversions in {0} can't be opened.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The library of conversions was made by a newer Diptych.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The library of conversions, {0}, can't be read or written.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The library of conversions, {0}, is damaged.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The log {0} can't be written ({1}).",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The mode “{0}” can't take its words from a text layer.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The mode “{0}” is not possible with {1}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The model of {0} can't see images.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The model of {0} said nothing about this page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The model repeated itself: {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The name of the export is too long for this disk.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The other pages are not touched by that; see whether another program shows this one.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page and the words allowed for it are more than the model of {0} can hold.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page could not be read with its structure; this is its plain text.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page has no text layer to take its words from.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page has no text layer.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page image is larger than {0} takes.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page image makes a request of {0} MB, and {1} takes {2} MB.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page is blank and was not sent.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page is damaged or needs more memory than it may have; the other pages go on.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page is {0} metres long; it was scaled down to be drawn at all.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page was read in two halves.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The page would have been {0} pixels long; it was scaled down to {1}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The password does not open “{0}”.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The process that reads “{0}” could not be started.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The range “{0}” runs backwards.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The recognised text behind the page is full of stray signs.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The recognised text behind the page reads well.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The reply breaks off in the middle of a tag.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The reply breaks off in the middle of a {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The reply was cut off at the server's limit.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The server said nothing about this page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The server's address has a name or a password in it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The settings in {0} are broken; defaults are used.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The settings in {0} can't be read ({1}).",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The settings in {0} have no sensible {1}; defaults are used.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The table was rebuilt from its picture.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer has hardly any text.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer has letters in place of words.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer has no spaces between its words.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer has numbers of glyphs in place of characters.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer has text only at the page's edge.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer is a jumble of rare characters.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer reads well.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer was written in one encoding and read in another.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer's characters are only known to its own fonts.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The text layer's letters do not read as words of any language.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The token for {0} has characters that no token has.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "The words to locate contain one of the model's own marks.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is no conversion number {0}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is no page 0.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is not enough space on the disk to write the export.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "There is nothing to look for.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "This conversion has begun, so it can't read other pages any more.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try again later.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try again, with fewer pages at once.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try another page size or the plain mode.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try the page again with another page size or fewer tokens.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try the page again, or look at the server's log.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Try the page again; if it goes on, restart or update the server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Use quarter turns.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Use that one, or close it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Use that one, or move the library away to start a new one.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Wait a little and try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Wait a moment and start again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Write it like http://192.168.1.20:8000.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Write pages like 1-3,7,last or 5- or -3, counted from 1.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Write what is to be found.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Write {0}-{1} instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Your text was made on another reading of this block.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} It gets no pages until it is well again.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} answered without having seen the page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} answers in a way that is not known.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} answers, but not as an OCR server does.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} asks for a token.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} can't be reached.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} could not be written.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} did not find the image where it expects it in the request.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} does not accept the token.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} does not have the model that was asked for.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} does not have the model “{1}”.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} does not take pages for now.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} failed while it read the page.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} found the request wrong.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} gave up waiting.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} has broken down inside and will fail every page until it is restarted.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} has no pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} has nothing that reads pages at this address.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} has several models, and none is known to read pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} has too many requests.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} is connected, but has been silent for too long.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} is in the way of the export.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} is not reached by its own gateway.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} is still loading its model.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} may not be written.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of text came without words.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of the text layer's characters mean nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} of the {1} does not read as words.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} ran out of memory.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} sends requests on to another address.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} sent a reply that can't be read.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} took too long for its own gateway.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "{0} would not stop talking.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“diptych doctor” tells what it lacks.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” can't be read.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” crashed the process that opens it.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” has changed since it was added.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” has no page {1}.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” has no pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is damaged and can't be opened.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is empty.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is locked in a way that Diptych doesn't know.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is locked with a password.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is no page and no range of pages.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not a document that Diptych can open.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not a file.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not the address of a server.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” is not there any more.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” may not be read.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "“{0}” took longer than {1} seconds to open.",
    ),
)
