<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%n document(s) are still being read.</source>
        <translation>
            <numerusform>%n document is still being read.</numerusform>
            <numerusform>%n documents are still being read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not finished.</source>
        <translation>
            <numerusform>%n page is not finished.</numerusform>
            <numerusform>%n pages are not finished.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to review</source>
        <translation>
            <numerusform>%n page to review</numerusform>
            <numerusform>%n pages to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n page(s) could not be read and will be missing.</source>
        <translation>
            <numerusform>%n page could not be read and will be missing.</numerusform>
            <numerusform>%n pages could not be read and will be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were cancelled and will be missing.</source>
        <translation>
            <numerusform>%n page was cancelled and will be missing.</numerusform>
            <numerusform>%n pages were cancelled and will be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not read yet and will be missing.</source>
        <translation>
            <numerusform>%n page is not read yet and will be missing.</numerusform>
            <numerusform>%n pages are not read yet and will be missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existing file(s) will be replaced: {names}</source>
        <translation>
            <numerusform>%n existing file will be replaced: {names}</numerusform>
            <numerusform>%n existing files will be replaced: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Makes %n file(s).</source>
        <translation>
            <numerusform>Makes %n file.</numerusform>
            <numerusform>Makes %n files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message numerus="yes">
        <source>The %n &amp;chosen document(s)</source>
        <translation>
            <numerusform>The %n &amp;chosen document</numerusform>
            <numerusform>The %n &amp;chosen documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n &amp;finished document(s)</source>
        <translation>
            <numerusform>The %n &amp;finished document</numerusform>
            <numerusform>All %n &amp;finished documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be exported.</source>
        <translation>
            <numerusform>%n document could not be exported.</numerusform>
            <numerusform>%n documents could not be exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message numerus="yes">
        <source>%n document(s) were interrupted last time.</source>
        <translation>
            <numerusform>%n document was interrupted last time.</numerusform>
            <numerusform>%n documents were interrupted last time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n document(s) from last time.</source>
        <translation>
            <numerusform>Going on with %n document from last time.</numerusform>
            <numerusform>Going on with %n documents from last time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocateBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n blank</numerusform>
            <numerusform>%n blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be written.</source>
        <translation>
            <numerusform>%n file could not be written.</numerusform>
            <numerusform>%n files could not be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them to review</source>
        <translation>
            <numerusform>%n of them to review</numerusform>
            <numerusform>%n of them to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversion(s) removed.</source>
        <translation>
            <numerusform>%n conversion removed.</numerusform>
            <numerusform>%n conversions removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n time)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueSummary</name>
    <message numerus="yes">
        <source>{done} of %n page(s)</source>
        <translation>
            <numerusform>{done} of %n page</numerusform>
            <numerusform>{done} of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>Remove %n document(s) from the library?</source>
        <translation>
            <numerusform>Remove %n document from the library?</numerusform>
            <numerusform>Remove %n documents from the library?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also move %n exported file(s) to the &amp;trash</source>
        <translation>
            <numerusform>Also move %n exported file to the &amp;trash</numerusform>
            <numerusform>Also move %n exported files to the &amp;trash</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerChip</name>
    <message numerus="yes">
        <source>%n not answering</source>
        <translation>
            <numerusform>%n not answering</numerusform>
            <numerusform>%n not answering</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message numerus="yes">
        <source>{kind}, model {model}. Takes %n page(s) at once.</source>
        <translation>
            <numerusform>{kind}, model {model}. Takes %n page at once.</numerusform>
            <numerusform>{kind}, model {model}. Takes %n pages at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n to review</numerusform>
            <numerusform>%n to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message numerus="yes">
        <source>Show the recognised text of %n block(s) again?</source>
        <translation>
            <numerusform>Show the recognised text of %n block again?</numerusform>
            <numerusform>Show the recognised text of %n blocks again?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsStrip</name>
    <message numerus="yes">
        <source>This page was read again; your text is kept. It differs in %n block(s).</source>
        <translation>
            <numerusform>This page was read again; your text is kept. It differs in %n block.</numerusform>
            <numerusform>This page was read again; your text is kept. It differs in %n blocks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeDocument</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n page could not be read</numerusform>
            <numerusform>%n pages could not be read</numerusform>
        </translation>
    </message>
</context>
</TS>
