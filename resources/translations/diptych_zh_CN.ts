<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Label</source>
        <comment>Title</comment>
        <extracomment>Label: (on paper and on light ground, on dark ground, kind of line).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Subtitle</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Text</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>List</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Equation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Code</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Figure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Figure caption</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Table caption</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Table note</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Footnote</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Header</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Footer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Page number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <comment>Aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>What was read of it is still here.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>This page could not be read.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>Reading this page was cancelled.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>This page was found blank.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>It was not sent to be read.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>Waiting to be read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>Being read…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PageNotice</source>
        <comment>No boxes on this page</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Diptych</source>
        <extracomment>The parts that matter when something looks odd: what people know them as, and their package.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns documents into text that people can read, edit and trust, on their own computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <extracomment>The separator over what stays at a menu&apos;s bottom.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockMenu</name>
    <message>
        <source>&amp;Show in the Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Rich Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy T&amp;able</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Diptych?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are still being read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not finished.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is finished is kept; Diptych goes on when you open it next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare Readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take the New One</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, difference %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new reading has nothing in this place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Copier</name>
    <message>
        <source>Page %1 copied</source>
        <extracomment>Gives the texts of a job&apos;s blocks that the store may not have yet, by page and block.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A page is missing between two commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the document is too large to be converted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture was lost on its way into the Word file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table came without its cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it again to convert what it holds now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Diptych has been opening the library of conversions for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Diptych is working on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has held the library of conversions for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it: capital and small letters are different.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is running, and that the address and the port are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is still working; if it is only slow, send it fewer pages at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that its disk is there and that you may write to the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the port: something else may be running there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and the folder, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server&apos;s token in the settings or in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that reads images, such as DeepSeek-OCR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller page size or fewer tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller page size, fewer pages at once, or a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller page size, or JPEG instead of PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or close the program that has the file open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another mode, or another use of the text layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another profile for this server, or update the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of its models: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the models that the server has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of these modes: {0}; or another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close some other programs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program, or wait until it has finished, and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the token again, without spaces and line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it or choose another one, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diptych made a mistake here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diptych made a mistake with this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again when the computer is less busy, or another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again, and please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export another format, and please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export fewer pages at once, or another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the page as a picture from another program and add that instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the address that really answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server&apos;s token in the settings or in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the right to read it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Diptych again if this goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Diptych again with the pandoc that belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Diptych again: pandoc is a part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has pages 1 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or needs more memory than it may have; save it anew from another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is well again and gets pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens PDF, PNG, JPEG, WebP, BMP, GIF and TIFF files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process had ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its process has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its start was called off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “&lt;|” and “|&gt;”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them out, and give the server&apos;s token in the settings or in the environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the ones that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the server&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look into the log for what it said last, or choose another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it smaller in another program and add that instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on that disk, then resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the picture smaller in another program and add that instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away and start again, or put back a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it away or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the one to use: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page could be read. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space is left in {0}, where the library of conversions is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this conversion&apos;s servers can say where something is on a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had needed it for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this page&apos;s boxes, {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} has no block {1} to edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} has no region {1} that could be cut out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} is not one of this conversion&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of “{1}” crashed the process that reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of “{1}” has {2} × {3} pixels, more than the {4} million that Diptych decodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of “{1}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of “{1}” needs more than {2} GB of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} of “{1}” took longer than {2} seconds to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back where it was, or add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the document with a server that runs DeepSeek-OCR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it when that is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save an unlocked copy from the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it anew from another program, which often repairs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether another program opens it and save it anew from there, or get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether another program shows any, or get it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether it was copied completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether its disk is connected and in order, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the conversion again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of {0} can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engine could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engine did not answer within {0} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engine ended again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engine has no address to ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The built-in engine was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {0} broke in the middle of the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has {0}, so there is no page {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files of this conversion are being written just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {0} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of conversions in {0} can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of conversions was made by a newer Diptych.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of conversions, {0}, can&apos;t be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of conversions, {0}, is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log {0} can&apos;t be written ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode “{0}” can&apos;t take its words from a text layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode “{0}” is not possible with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of {0} can&apos;t see images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model of {0} said nothing about this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model repeated itself: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the export is too long for this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other pages are not touched by that; see whether another program shows this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page and the words allowed for it are more than the model of {0} can hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page could not be read with its structure; this is its plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page has no text layer to take its words from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page has no text layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page image is larger than {0} takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page image makes a request of {0} MB, and {1} takes {2} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is blank and was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is damaged or needs more memory than it may have; the other pages go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is {0} metres long; it was scaled down to be drawn at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was read in two halves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page would have been {0} pixels long; it was scaled down to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not open “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process that reads “{0}” could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range “{0}” runs backwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recognised text behind the page is full of stray signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recognised text behind the page reads well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply breaks off in the middle of a tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply breaks off in the middle of a {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was cut off at the server&apos;s limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server said nothing about this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s address has a name or a password in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {0} are broken; defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {0} can&apos;t be read ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {0} have no sensible {1}; defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was rebuilt from its picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer has hardly any text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer has letters in place of words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer has no spaces between its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer has numbers of glyphs in place of characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer has text only at the page&apos;s edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer is a jumble of rare characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer reads well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer was written in one encoding and read in another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer&apos;s characters are only known to its own fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text layer&apos;s letters do not read as words of any language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token for {0} has characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words to locate contain one of the model&apos;s own marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no conversion number {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space on the disk to write the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, with fewer pages at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another page size or the plain mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the page again with another page size or fewer tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the page again, or look at the server&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the page again; if it goes on, restart or update the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that one, or close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that one, or move the library away to start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like http://192.168.1.20:8000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write pages like 1-3,7,last or 5- or -3, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is to be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {0}-{1} instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text was made on another reading of this block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It gets no pages until it is well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answered without having seen the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answers in a way that is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} answers, but not as an OCR server does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} asks for a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not find the image where it expects it in the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not accept the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not have the model that was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not have the model “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not take pages for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} failed while it read the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found the request wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gave up waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has broken down inside and will fail every page until it is restarted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has nothing that reads pages at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has several models, and none is known to read pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is connected, but has been silent for too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the way of the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not reached by its own gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is still loading its model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of text came without words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the text layer&apos;s characters mean nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of the {1} does not read as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ran out of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sends requests on to another address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sent a reply that can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} took too long for its own gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would not stop talking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“diptych doctor” tells what it lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” crashed the process that opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has changed since it was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no page {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged and can&apos;t be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is locked in a way that Diptych doesn&apos;t know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is locked with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is no page and no range of pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a document that Diptych can open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not the address of a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” may not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” took longer than {1} seconds to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>No documents yet</source>
        <extracomment>The size of the drop area at most, in logical pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop PDFs, scans, photos or folders anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read on this computer. You can also paste a file or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <extracomment>Progress is shown in steps of a thousandth. How often it is looked at, in milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read and will be missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were cancelled and will be missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not read yet and will be missing.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existing file(s) will be replaced: {names}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Makes {names} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Makes %n file(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The export failed: Diptych made a mistake. Files that are whole were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled. Files that are whole were kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This document: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;chosen document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n &amp;finished document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables and formulas stay editable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a folder of figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web &amp;page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file, figures inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every block with its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Beside each document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this f&amp;older:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace files that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not, the new files get a number behind their name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join paragraphs and tables that go &amp;over a page break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running &amp;headers, footers and page numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark where each pa&amp;ge begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no document to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named like the documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message>
        <source>Files that were written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be exported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No program opens {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to find in the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Ch&amp;oose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on with interrupted documents at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside each document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export to:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export dialog offers this folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new language is spoken when you open Diptych next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The clipboard has no file and no image to add.</source>
        <extracomment>How long new jobs are gathered before the library is read again, in milliseconds. One sentence for the status line.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has no documents that Diptych can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads PDF, PNG, JPEG, WebP, BMP, GIF and TIFF.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message numerus="yes">
        <source>%n document(s) were interrupted last time.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n document(s) from last time.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” wants its password to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give It…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend of the boxes</source>
        <extracomment>Between two entries, and around all of them, in units of the window. The labels that are not wanted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the boxes of this kind: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boxes: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocateBar</name>
    <message>
        <source>Find on the page: words, or what it is</source>
        <extracomment>Where it is: a tuple of ``Box``, empty for nowhere.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Locate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the library…</source>
        <extracomment>It was painted for the first time. It was moved or resized.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Read &amp;Again</source>
        <extracomment>A ``Remedy`` was chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter &amp;Password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>{pages} in {documents}: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} ({review})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page number</source>
        <extracomment>The zooms that the bar offers, in percent. A page&apos;s number was written, from 0. A zoom was chosen; 1 is the real size.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageCommands</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Bloc&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;ocate on the Page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Real Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading Or&amp;der</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Page</source>
        <extracomment>The person wants to give the password of a job. A block of the chosen page is to be copied; the kind is a ``CopyKind``&apos;s value. Zoom or fit are other ones: ``zoom`` has them. The job that it was asked of whether its server can locate things.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block &amp;Back to Recognised Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Back to Recognised Text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;Readings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Page as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Page as Plain &amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Whole &amp;Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Whole Document as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Whole Document as Plain Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Block as Rich Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Block as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Block as Plain Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of This &amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Source of This Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the &amp;Whole Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Block on the Pa&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PanelBar</name>
    <message>
        <source>This page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model repeated itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rebuilt table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd boxes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at a smaller size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read in two halves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} pages/min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password needed</source>
        <extracomment>What ``finished`` carries when the person wants to be asked no more for now.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is encrypted. What is its password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That password does not open “{name}”. Try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in memory until you close Diptych, and never stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip &amp;All Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Keep conversions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until I remove them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until Diptych is opened next time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear &amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep conversions:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conversion is the text, your edits and small pictures of the pages. Your documents and the files that you exported are never removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small pictures:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents go nowhere but to the servers that you chose. Passwords are not kept; logs have no words of documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all finished conversions ({size})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their text and your edits are gone for good. Your documents and the files that you exported stay, and so does what is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conversion(s) removed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Document</source>
        <extracomment>The job of a row, the page of a row (or None), and the share of a job that is finished.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Pause &amp;All</source>
        <extracomment>The widths of the columns at first, in characters.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go On with A&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel All Docu&amp;ments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go On with Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel Pag&amp;e</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read Failed Pages Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read All &amp;Failed Pages Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do. Documents that you add wait here until they are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Failed Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go On with All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueSummary</name>
    <message>
        <source>Progress of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>What is read</source>
        <extracomment>Long edges of page images that models were trained on or that people ask for, in pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text with headings, tables and formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line with its place on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text without places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What suits the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text layer of PDFs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use its words where they are good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read every page anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all words from it, read nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;solution:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The long edge of the picture of a page that the model gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text layer of PDFs:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Further tries:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a page whose text broke off or went round in circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of this holds for documents that you add from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RenderedView</name>
    <message>
        <source>Show what is new</source>
        <extracomment>The page that is shown, ``None`` for the whole document.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure {number} on page {page}</source>
        <extracomment>Makes the HTML of formulas, as ``Typesetter.render`` does. A non-character, which no text has, holds a formula&apos;s place until all of a page are made. Of so many characters at the beginning of a block its direction is told. A picture is at most so wide, in CSS pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model repeated itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table was damaged and mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table was rebuilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some boxes are odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was scaled down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model may be wrong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was read in parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being read…</source>
        <extracomment>Of a reply that is still coming only so many characters are shown, the last ones.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is being read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading of this page was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read on this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number}</source>
        <extracomment>A portion is whole pages with at least so many characters (of Markdown). What a piece and its characters are guessed to take, in CSS pixels.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a link</source>
        <extracomment>Of an address so many characters are shown.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to this address in your mail program?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Diptych made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Diptych. The program goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If something does not work now, close Diptych and open it again. The report below has nothing of your documents in it; it helps to find the mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>&amp;Next Page to Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious Page to Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mark as Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read Page Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All &amp;documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show re&amp;viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the chosen page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to review in any document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No document is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to review in this document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as &amp;Not Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the only page to review.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>This page could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of Diptych that shows it ended unexpectedly, twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is safe: look at it as source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token, if it wants one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the server what it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read no more pages with this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{kind}, model {model}. Takes %n page(s) at once.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>&amp;Built-in engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads with this computer&apos;s processor. Nothing leaves the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCR servers on your graphics card or in your network share the pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents that are in the queue keep their servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the built-in engine or add a server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>%1, edited, not saved yet</source>
        <extracomment>Texts that the reading does not have yet: typed since, or never stored.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure. What is typed here stands under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text was found here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: exports have a picture of it instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: left out of exports</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>News</source>
        <extracomment>How long news stay when they ask for nothing, in milliseconds.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pages that need review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Source of page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to Recognised Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show the recognised text of %n block(s) again?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo brings your text back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show Recognised Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep My Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionsStrip</name>
    <message>
        <source>This page was read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare your text with the new reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This page was read again; your text is kept. It differs in %n block(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeDocument</name>
    <message>
        <source>The document is being put together…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>&amp;Settings…</source>
        <extracomment>How long changes of what is remembered are gathered, in milliseconds. How wide documents, page and text are at first, as shares.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste as &amp;New Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Diptych</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding documents: {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ClosedView</name>
    <message>
        <source>Text of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
