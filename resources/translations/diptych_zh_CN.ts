<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Diptych</source>
        <extracomment>The parts that matter when something looks odd: what people know them as, and their package.</extracomment>
        <translation>关于 Diptych</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>版本 {number}</translation>
    </message>
    <message>
        <source>Turns documents into text that people can read, edit and trust, on their own computer.</source>
        <translation>在您自己的电脑上，把文档变成可阅读、可编辑、可信赖的文字。</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0, without any warranty.</source>
        <translation>自由软件，采用 Apache 许可证 2.0，不提供任何担保。</translation>
    </message>
    <message>
        <source>&amp;Copy Versions</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <extracomment>The beginning of a name: the menu for all whose names begin so. The separator over what stays at a menu&apos;s bottom.</extracomment>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>BlockMenu</name>
    <message>
        <source>&amp;Show in the Text</source>
        <translation>在文本中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Copy &amp;Picture</source>
        <translation>复制图片(&amp;P)</translation>
    </message>
    <message>
        <source>Copy &amp;Text</source>
        <translation>复制文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;Rich Text</source>
        <translation>复制为富文本(&amp;R)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy T&amp;able</source>
        <translation>复制表格(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Close Diptych?</source>
        <translation>关闭 Diptych？</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) are still being read.</source>
        <translation>
            <numerusform>仍有 %n 个文档正在读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not finished.</source>
        <translation>
            <numerusform>%n 页尚未完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is finished is kept; Diptych goes on when you open it next time.</source>
        <translation>已完成的内容会保留；下次打开 Diptych 时继续。</translation>
    </message>
    <message>
        <source>An export is under way.</source>
        <translation>正在导出。</translation>
    </message>
    <message>
        <source>Files that are not whole by now will not be written.</source>
        <translation>尚未写完的文件将不会生成。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep Working</source>
        <translation>继续工作(&amp;K)</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare Readings</source>
        <translation>比较读取结果</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>您的文字</translation>
    </message>
    <message>
        <source>The new reading</source>
        <translation>新的读取结果</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Keep Mine</source>
        <translation>保留我的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Take the New One</source>
        <translation>采用新的(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Discard Mine</source>
        <translation>舍弃我的文本(&amp;D)</translation>
    </message>
    <message>
        <source>Undo brings your text back.</source>
        <translation>撤销可找回您的文字。</translation>
    </message>
    <message>
        <source>%1, difference %2 of %3</source>
        <translation>%1，第 %2 处差异，共 %3 处</translation>
    </message>
    <message>
        <source>The new reading has nothing in this place.</source>
        <translation>新的读取结果在此处没有内容。</translation>
    </message>
    <message>
        <source>Your text has no place in what is shown. You can copy it from here.</source>
        <translation>您的文字在当前内容中没有对应位置，可从这里复制。</translation>
    </message>
</context>
<context>
    <name>Copier</name>
    <message>
        <source>Page %1 copied</source>
        <extracomment>Gives the texts of a job&apos;s blocks that the store may not have yet, by page and block.</extracomment>
        <translation>已复制第 %1 页</translation>
    </message>
    <message>
        <source>Document copied</source>
        <translation>已复制文档</translation>
    </message>
    <message>
        <source>Table copied</source>
        <translation>已复制表格</translation>
    </message>
    <message>
        <source>Block copied</source>
        <translation>已复制文本块</translation>
    </message>
    <message>
        <source>Selection copied</source>
        <translation>已复制所选内容</translation>
    </message>
    <message>
        <source>Figure copied</source>
        <translation>已复制图片</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A page can&apos;t be turned by {0} degrees.</source>
        <translation>页面不能旋转 {0} 度。</translation>
    </message>
    <message>
        <source>A page is missing between two commas.</source>
        <translation>两个逗号之间缺少页码。</translation>
    </message>
    <message>
        <source>A part of the document is too large to be converted.</source>
        <translation>文档的某一部分太大，无法转换。</translation>
    </message>
    <message>
        <source>A picture was lost on its way into the Word file.</source>
        <translation>写入 Word 文件时丢失了一张图片。</translation>
    </message>
    <message>
        <source>A table came without its cells.</source>
        <translation>有一个表格没有单元格内容。</translation>
    </message>
    <message>
        <source>A table {0}.</source>
        <translation>有一个表格{0}。</translation>
    </message>
    <message>
        <source>Add it again to convert what it holds now.</source>
        <translation>请重新添加，以转换它现在的内容。</translation>
    </message>
    <message>
        <source>Add the document once more for the other pages.</source>
        <translation>要读取其他页，请再次添加该文档。</translation>
    </message>
    <message>
        <source>Another Diptych has been opening the library of conversions for too long.</source>
        <translation>另一个 Diptych 打开文档库的时间过长。</translation>
    </message>
    <message>
        <source>Another Diptych is working on {0}.</source>
        <translation>另一个 Diptych 正在处理 {0}。</translation>
    </message>
    <message>
        <source>Another program has held the library of conversions for too long.</source>
        <translation>另一个程序占用文档库的时间过长。</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>请检查。</translation>
    </message>
    <message>
        <source>Check it: capital and small letters are different.</source>
        <translation>请检查密码，注意区分大小写。</translation>
    </message>
    <message>
        <source>Check that it is running, and that the address and the port are right.</source>
        <translation>请确认它正在运行，且地址和端口正确。</translation>
    </message>
    <message>
        <source>Check that it is still working; if it is only slow, send it fewer pages at once.</source>
        <translation>请确认它仍在工作；如果只是较慢，请减少同时发送的页数。</translation>
    </message>
    <message>
        <source>Check that its disk is there and that you may write to the folder.</source>
        <translation>请确认其所在磁盘可用，且您有权写入该文件夹。</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write to it.</source>
        <translation>请确认该文件夹存在，且您有权写入。</translation>
    </message>
    <message>
        <source>Check that the server is still running.</source>
        <translation>请确认服务器仍在运行。</translation>
    </message>
    <message>
        <source>Check the address and the port.</source>
        <translation>请检查地址和端口。</translation>
    </message>
    <message>
        <source>Check the address and the port: something else may be running there.</source>
        <translation>请检查地址和端口：那里运行的可能是别的程序。</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>请检查地址。</translation>
    </message>
    <message>
        <source>Check the disk and the folder, then export again.</source>
        <translation>请检查磁盘和文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>Check the server&apos;s token in the settings or in the environment.</source>
        <translation>请检查设置或环境变量中的服务器令牌。</translation>
    </message>
    <message>
        <source>Choose a file instead.</source>
        <translation>请改选一个文件。</translation>
    </message>
    <message>
        <source>Choose a model that reads images, such as DeepSeek-OCR.</source>
        <translation>请选择能读取图像的模型，例如 DeepSeek-OCR。</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>请换一个较短的名称。</translation>
    </message>
    <message>
        <source>Choose a smaller page size or fewer tokens.</source>
        <translation>请选择较小的页面尺寸或较少的词元数。</translation>
    </message>
    <message>
        <source>Choose a smaller page size, fewer pages at once, or a smaller model.</source>
        <translation>请选择较小的页面尺寸、较少的并发页数或较小的模型。</translation>
    </message>
    <message>
        <source>Choose a smaller page size, or JPEG instead of PNG.</source>
        <translation>请选择较小的页面尺寸，或用 JPEG 代替 PNG。</translation>
    </message>
    <message>
        <source>Choose another document.</source>
        <translation>请选择另一个文档。</translation>
    </message>
    <message>
        <source>Choose another folder, or close the program that has the file open.</source>
        <translation>请选择其他文件夹，或关闭正在使用该文件的程序。</translation>
    </message>
    <message>
        <source>Choose another mode, or another use of the text layer.</source>
        <translation>请选择其他模式，或改变文本层的用法。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请另选一个。</translation>
    </message>
    <message>
        <source>Choose another page.</source>
        <translation>请选择另一页。</translation>
    </message>
    <message>
        <source>Choose another profile for this server, or update the server.</source>
        <translation>请为该服务器选择其他类型，或更新服务器。</translation>
    </message>
    <message>
        <source>Choose one of its models: {0}.</source>
        <translation>请选择它的一个模型：{0}。</translation>
    </message>
    <message>
        <source>Choose one of the models that the server has.</source>
        <translation>请选择服务器已有的模型。</translation>
    </message>
    <message>
        <source>Choose one of these modes: {0}; or another server.</source>
        <translation>请选择以下模式之一：{0}；或更换服务器。</translation>
    </message>
    <message>
        <source>Close some other programs, then try again.</source>
        <translation>请关闭一些其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Close the other program, or wait until it has finished, and go on.</source>
        <translation>请关闭另一个程序，或等它完成后再继续。</translation>
    </message>
    <message>
        <source>Copy the token again, without spaces and line breaks.</source>
        <translation>请重新复制令牌，不要带空格和换行。</translation>
    </message>
    <message>
        <source>Create it or choose another one, then export again.</source>
        <translation>请创建它或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>Diptych made a mistake here.</source>
        <translation>Diptych 在这里出了错。</translation>
    </message>
    <message>
        <source>Diptych made a mistake with this file.</source>
        <translation>Diptych 处理此文件时出了错。</translation>
    </message>
    <message>
        <source>Export again when the computer is less busy, or another format.</source>
        <translation>请在电脑不太忙时重新导出，或换一种格式。</translation>
    </message>
    <message>
        <source>Export again, and please report this.</source>
        <translation>请重新导出，并报告此问题。</translation>
    </message>
    <message>
        <source>Export another format, and please report this.</source>
        <translation>请导出其他格式，并报告此问题。</translation>
    </message>
    <message>
        <source>Export fewer pages at once, or another format.</source>
        <translation>请一次导出较少的页，或换一种格式。</translation>
    </message>
    <message>
        <source>Export the page as a picture from another program and add that instead.</source>
        <translation>请用其他程序将该页导出为图片，再添加该图片。</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then export again.</source>
        <translation>请腾出一些空间或选择其他文件夹，然后重新导出。</translation>
    </message>
    <message>
        <source>Give its password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Give the address that really answers.</source>
        <translation>请填写实际应答的地址。</translation>
    </message>
    <message>
        <source>Give the server&apos;s token in the settings or in the environment.</source>
        <translation>请在设置或环境变量中填写服务器的令牌。</translation>
    </message>
    <message>
        <source>Give yourself the right to read it, then try again.</source>
        <translation>请先取得读取权限，然后重试。</translation>
    </message>
    <message>
        <source>Install Diptych again if this goes on.</source>
        <translation>如果问题持续，请重新安装 Diptych。</translation>
    </message>
    <message>
        <source>Install Diptych again with the pandoc that belongs to it.</source>
        <translation>请重新安装 Diptych 及其附带的 pandoc。</translation>
    </message>
    <message>
        <source>Install Diptych again: pandoc is a part of it.</source>
        <translation>请重新安装 Diptych：pandoc 是它的一部分。</translation>
    </message>
    <message>
        <source>It has pages 1 to {0}.</source>
        <translation>它有第 1 至 {0} 页。</translation>
    </message>
    <message>
        <source>It is damaged or needs more memory than it may have; save it anew from another program.</source>
        <translation>它已损坏，或需要的内存超出限制；请用其他程序重新保存。</translation>
    </message>
    <message>
        <source>It is well again and gets pages.</source>
        <translation>它已恢复，继续接收页面。</translation>
    </message>
    <message>
        <source>It is well again.</source>
        <translation>它已恢复。</translation>
    </message>
    <message>
        <source>It opens PDF, PNG, JPEG, WebP, BMP, GIF and TIFF files.</source>
        <translation>它可以打开 PDF、PNG、JPEG、WebP、BMP、GIF 和 TIFF 文件。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Its log says more.</source>
        <translation>日志中有更多信息。</translation>
    </message>
    <message>
        <source>Its process had ended.</source>
        <translation>它的进程已结束。</translation>
    </message>
    <message>
        <source>Its process has ended.</source>
        <translation>它的进程已结束。</translation>
    </message>
    <message>
        <source>Its start was called off.</source>
        <translation>启动已取消。</translation>
    </message>
    <message>
        <source>Leave out “&lt;|” and “|&gt;”.</source>
        <translation>请去掉“&lt;|”和“|&gt;”。</translation>
    </message>
    <message>
        <source>Leave them out, and give the server&apos;s token in the settings or in the environment.</source>
        <translation>请去掉它们，并在设置或环境变量中填写服务器的令牌。</translation>
    </message>
    <message>
        <source>List the ones that there are.</source>
        <translation>请列出现有的转换。</translation>
    </message>
    <message>
        <source>Look at the server&apos;s log.</source>
        <translation>请查看服务器的日志。</translation>
    </message>
    <message>
        <source>Look into the log for what it said last, or choose another server.</source>
        <translation>请在日志中查看它最后的输出，或选择其他服务器。</translation>
    </message>
    <message>
        <source>Make it smaller in another program and add that instead.</source>
        <translation>请用其他程序将其缩小，再添加缩小后的文件。</translation>
    </message>
    <message>
        <source>Make room on that disk, then resume.</source>
        <translation>请在该磁盘上腾出空间，然后继续。</translation>
    </message>
    <message>
        <source>Make the picture smaller in another program and add that instead.</source>
        <translation>请用其他程序将图片缩小，再添加缩小后的图片。</translation>
    </message>
    <message>
        <source>Move it away and start again, or put back a copy of it.</source>
        <translation>请将其移走后重新启动，或恢复一份备份。</translation>
    </message>
    <message>
        <source>Move it away or choose another name.</source>
        <translation>请将其移走，或换一个名称。</translation>
    </message>
    <message>
        <source>Name the one to use: {0}.</source>
        <translation>请指明要使用哪一个：{0}。</translation>
    </message>
    <message>
        <source>No page could be read. {0}</source>
        <translation>没有任何页面能够读取。{0}</translation>
    </message>
    <message>
        <source>No space is left in {0}, where the library of conversions is kept.</source>
        <translation>文档库所在的 {0} 已没有空间。</translation>
    </message>
    <message>
        <source>None of this conversion&apos;s servers can say where something is on a page.</source>
        <translation>此转换的服务器都不能指出内容在页面上的位置。</translation>
    </message>
    <message>
        <source>Nothing had needed it for a while.</source>
        <translation>已有一段时间没有用到它。</translation>
    </message>
    <message>
        <source>Of this page&apos;s boxes, {0}.</source>
        <translation>本页的区域框：{0}。</translation>
    </message>
    <message>
        <source>Page {0} has no block {1} to edit.</source>
        <translation>第 {0} 页没有可编辑的第 {1} 块。</translation>
    </message>
    <message>
        <source>Page {0} has no region {1} that could be cut out.</source>
        <translation>第 {0} 页没有可截取的第 {1} 个区域。</translation>
    </message>
    <message>
        <source>Page {0} is not one of this conversion&apos;s.</source>
        <translation>第 {0} 页不属于此转换。</translation>
    </message>
    <message>
        <source>Page {0} of “{1}” crashed the process that reads it.</source>
        <translation>“{1}”的第 {0} 页使读取进程崩溃。</translation>
    </message>
    <message>
        <source>Page {0} of “{1}” has {2} × {3} pixels, more than the {4} million that Diptych decodes.</source>
        <translation>“{1}”的第 {0} 页有 {2} × {3} 像素，超过 Diptych 能解码的 {4} 百万像素。</translation>
    </message>
    <message>
        <source>Page {0} of “{1}” is damaged.</source>
        <translation>“{1}”的第 {0} 页已损坏。</translation>
    </message>
    <message>
        <source>Page {0} of “{1}” needs more than {2} GB of memory.</source>
        <translation>“{1}”的第 {0} 页需要超过 {2} GB 内存。</translation>
    </message>
    <message>
        <source>Page {0} of “{1}” took longer than {2} seconds to draw.</source>
        <translation>“{1}”的第 {0} 页绘制时间超过 {2} 秒。</translation>
    </message>
    <message>
        <source>Pause the documents that it reads, and stop it when that page is done.</source>
        <translation>请暂停它正在读取的文档，待该页完成后再停止它。</translation>
    </message>
    <message>
        <source>Put it back where it was, or add it again.</source>
        <translation>请将其放回原处，或重新添加。</translation>
    </message>
    <message>
        <source>Read the document with a server that runs DeepSeek-OCR.</source>
        <translation>请用运行 DeepSeek-OCR 的服务器读取该文档。</translation>
    </message>
    <message>
        <source>Remove it when that is done.</source>
        <translation>请在完成后再移除。</translation>
    </message>
    <message>
        <source>Restart the server.</source>
        <translation>请重启服务器。</translation>
    </message>
    <message>
        <source>Save an unlocked copy from the program that made it.</source>
        <translation>请用创建它的程序另存一份未加密的副本。</translation>
    </message>
    <message>
        <source>Save it anew from another program, which often repairs it.</source>
        <translation>请用其他程序重新保存，这样往往能修复它。</translation>
    </message>
    <message>
        <source>See whether another program opens it and save it anew from there, or get it again.</source>
        <translation>请看其他程序能否打开它并从中重新保存，或重新获取该文件。</translation>
    </message>
    <message>
        <source>See whether another program shows any, or get it again.</source>
        <translation>请看其他程序能否显示，或重新获取该文件。</translation>
    </message>
    <message>
        <source>See whether it was copied completely.</source>
        <translation>请检查文件是否复制完整。</translation>
    </message>
    <message>
        <source>See whether its disk is connected and in order, then try again.</source>
        <translation>请检查其所在磁盘是否已连接且正常，然后重试。</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>请先启动它。</translation>
    </message>
    <message>
        <source>Start the conversion again.</source>
        <translation>请重新开始转换。</translation>
    </message>
    <message>
        <source>Start the server again.</source>
        <translation>请重新启动服务器。</translation>
    </message>
    <message>
        <source>The address of {0} can&apos;t be used.</source>
        <translation>{0}的地址无法使用。</translation>
    </message>
    <message>
        <source>The built-in engine could not be started.</source>
        <translation>无法启动内置引擎。</translation>
    </message>
    <message>
        <source>The built-in engine did not answer within {0} s.</source>
        <translation>内置引擎在 {0} 秒内没有应答。</translation>
    </message>
    <message>
        <source>The built-in engine ended again and again.</source>
        <translation>内置引擎一再退出。</translation>
    </message>
    <message>
        <source>The built-in engine has no address to ask.</source>
        <translation>内置引擎没有可询问的地址。</translation>
    </message>
    <message>
        <source>The built-in engine is reading a page.</source>
        <translation>内置引擎正在读取页面。</translation>
    </message>
    <message>
        <source>The built-in engine was stopped.</source>
        <translation>内置引擎已停止。</translation>
    </message>
    <message>
        <source>The connection to {0} broke in the middle of the reply.</source>
        <translation>与{0}的连接在应答途中断开。</translation>
    </message>
    <message>
        <source>The document has {0}, so there is no page {1}.</source>
        <translation>文档共 {0}，没有第 {1} 页。</translation>
    </message>
    <message>
        <source>The files of this conversion are being written just now.</source>
        <translation>此转换的文件正在写入。</translation>
    </message>
    <message>
        <source>The folder {0} is not there.</source>
        <translation>文件夹 {0} 不存在。</translation>
    </message>
    <message>
        <source>The library of conversions in {0} can&apos;t be opened.</source>
        <translation>无法打开 {0} 中的文档库。</translation>
    </message>
    <message>
        <source>The library of conversions was made by a newer Diptych.</source>
        <translation>文档库由更新版本的 Diptych 创建。</translation>
    </message>
    <message>
        <source>The library of conversions, {0}, can&apos;t be read or written.</source>
        <translation>无法读写文档库 {0}。</translation>
    </message>
    <message>
        <source>The library of conversions, {0}, is damaged.</source>
        <translation>文档库 {0} 已损坏。</translation>
    </message>
    <message>
        <source>The log {0} can&apos;t be written ({1}).</source>
        <translation>无法写入日志 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The mode “{0}” can&apos;t take its words from a text layer.</source>
        <translation>模式“{0}”不能从文本层取得文字。</translation>
    </message>
    <message>
        <source>The mode “{0}” is not possible with {1}.</source>
        <translation>{1} 不支持模式“{0}”。</translation>
    </message>
    <message>
        <source>The model of {0} can&apos;t see images.</source>
        <translation>{0}的模型不能读取图像。</translation>
    </message>
    <message>
        <source>The model of {0} said nothing about this page.</source>
        <translation>{0}的模型对本页没有任何输出。</translation>
    </message>
    <message>
        <source>The model repeated itself: {0}.</source>
        <translation>模型重复输出：{0}。</translation>
    </message>
    <message>
        <source>The name of the export is too long for this disk.</source>
        <translation>导出的文件名对此磁盘来说太长。</translation>
    </message>
    <message>
        <source>The other pages are not touched by that; see whether another program shows this one.</source>
        <translation>其他页不受影响；请看其他程序能否显示此页。</translation>
    </message>
    <message>
        <source>The page and the words allowed for it are more than the model of {0} can hold.</source>
        <translation>页面及其允许的字数超出了{0}的模型容量。</translation>
    </message>
    <message>
        <source>The page could not be read with its structure; this is its plain text.</source>
        <translation>无法按结构读取本页；这是它的纯文本。</translation>
    </message>
    <message>
        <source>The page has no text layer to take its words from.</source>
        <translation>本页没有可取用文字的文本层。</translation>
    </message>
    <message>
        <source>The page has no text layer.</source>
        <translation>本页没有文本层。</translation>
    </message>
    <message>
        <source>The page image is larger than {0} takes.</source>
        <translation>页面图像超过{0}可接收的大小。</translation>
    </message>
    <message>
        <source>The page image makes a request of {0} MB, and {1} takes {2} MB.</source>
        <translation>页面图像的请求为 {0} MB，而 {1} 只接收 {2} MB。</translation>
    </message>
    <message>
        <source>The page is blank and was not sent.</source>
        <translation>本页为空白，未发送。</translation>
    </message>
    <message>
        <source>The page is damaged or needs more memory than it may have; the other pages go on.</source>
        <translation>本页已损坏，或需要的内存超出限制；其他页继续处理。</translation>
    </message>
    <message>
        <source>The page is {0} metres long; it was scaled down to be drawn at all.</source>
        <translation>本页长 {0} 米；已缩小以便绘制。</translation>
    </message>
    <message>
        <source>The page was read in two halves.</source>
        <translation>本页分成两半读取。</translation>
    </message>
    <message>
        <source>The page would have been {0} pixels long; it was scaled down to {1}.</source>
        <translation>本页原应有 {0} 像素长；已缩小到 {1}。</translation>
    </message>
    <message>
        <source>The password does not open “{0}”.</source>
        <translation>密码无法打开“{0}”。</translation>
    </message>
    <message>
        <source>The process that reads “{0}” could not be started.</source>
        <translation>无法启动读取“{0}”的进程。</translation>
    </message>
    <message>
        <source>The range “{0}” runs backwards.</source>
        <translation>范围“{0}”的顺序颠倒了。</translation>
    </message>
    <message>
        <source>The recognised text behind the page is full of stray signs.</source>
        <translation>页面背后的识别文本中有大量杂乱符号。</translation>
    </message>
    <message>
        <source>The recognised text behind the page reads well.</source>
        <translation>页面背后的识别文本可用。</translation>
    </message>
    <message>
        <source>The reply breaks off in the middle of a tag.</source>
        <translation>应答在标记中间中断。</translation>
    </message>
    <message>
        <source>The reply breaks off in the middle of a {0}.</source>
        <translation>应答在{0}中间中断。</translation>
    </message>
    <message>
        <source>The reply was cut off at the server&apos;s limit.</source>
        <translation>应答达到服务器上限而被截断。</translation>
    </message>
    <message>
        <source>The server said nothing about this page.</source>
        <translation>服务器对本页没有任何输出。</translation>
    </message>
    <message>
        <source>The server&apos;s address has a name or a password in it.</source>
        <translation>服务器地址中含有用户名或密码。</translation>
    </message>
    <message>
        <source>The settings in {0} are broken; defaults are used.</source>
        <translation>{0} 中的设置已损坏；使用默认值。</translation>
    </message>
    <message>
        <source>The settings in {0} can&apos;t be read ({1}).</source>
        <translation>无法读取 {0} 中的设置（{1}）。</translation>
    </message>
    <message>
        <source>The settings in {0} have no sensible {1}; defaults are used.</source>
        <translation>{0} 中的设置项 {1} 无效；使用默认值。</translation>
    </message>
    <message>
        <source>The table was rebuilt from its picture.</source>
        <translation>表格已根据图像重建。</translation>
    </message>
    <message>
        <source>The text layer has hardly any text.</source>
        <translation>文本层几乎没有文字。</translation>
    </message>
    <message>
        <source>The text layer has letters in place of words.</source>
        <translation>文本层中只有零散字母而非词语。</translation>
    </message>
    <message>
        <source>The text layer has no spaces between its words.</source>
        <translation>文本层的词语之间没有空格。</translation>
    </message>
    <message>
        <source>The text layer has numbers of glyphs in place of characters.</source>
        <translation>文本层中是字形编号而非字符。</translation>
    </message>
    <message>
        <source>The text layer has text only at the page&apos;s edge.</source>
        <translation>文本层只在页边有文字。</translation>
    </message>
    <message>
        <source>The text layer is a jumble of rare characters.</source>
        <translation>文本层是一堆生僻字符。</translation>
    </message>
    <message>
        <source>The text layer reads well.</source>
        <translation>文本层可用。</translation>
    </message>
    <message>
        <source>The text layer was written in one encoding and read in another.</source>
        <translation>文本层的编码有误，显示为乱码。</translation>
    </message>
    <message>
        <source>The text layer&apos;s characters are only known to its own fonts.</source>
        <translation>文本层的字符只有其自带字体才能识别。</translation>
    </message>
    <message>
        <source>The text layer&apos;s letters do not read as words of any language.</source>
        <translation>文本层的字母不构成任何语言的词语。</translation>
    </message>
    <message>
        <source>The token for {0} has characters that no token has.</source>
        <translation>{0}的令牌含有无效字符。</translation>
    </message>
    <message>
        <source>The words to locate contain one of the model&apos;s own marks.</source>
        <translation>要定位的文字中含有模型自身的标记。</translation>
    </message>
    <message>
        <source>There is no conversion number {0}.</source>
        <translation>没有编号为 {0} 的转换。</translation>
    </message>
    <message>
        <source>There is no page 0.</source>
        <translation>没有第 0 页。</translation>
    </message>
    <message>
        <source>There is not enough space on the disk to write the export.</source>
        <translation>磁盘空间不足，无法写入导出文件。</translation>
    </message>
    <message>
        <source>There is nothing to look for.</source>
        <translation>没有要查找的内容。</translation>
    </message>
    <message>
        <source>This conversion has begun, so it can&apos;t read other pages any more.</source>
        <translation>此转换已经开始，不能再改为读取其他页。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Try again, with fewer pages at once.</source>
        <translation>请减少同时发送的页数后重试。</translation>
    </message>
    <message>
        <source>Try another page size or the plain mode.</source>
        <translation>请尝试其他页面尺寸或纯文本模式。</translation>
    </message>
    <message>
        <source>Try the page again with another page size or fewer tokens.</source>
        <translation>请用其他页面尺寸或较少的词元数重试该页。</translation>
    </message>
    <message>
        <source>Try the page again, or look at the server&apos;s log.</source>
        <translation>请重试该页，或查看服务器的日志。</translation>
    </message>
    <message>
        <source>Try the page again; if it goes on, restart or update the server.</source>
        <translation>请重试该页；如果问题持续，请重启或更新服务器。</translation>
    </message>
    <message>
        <source>Use quarter turns.</source>
        <translation>请使用 90 度的倍数。</translation>
    </message>
    <message>
        <source>Use that one, or close it.</source>
        <translation>请使用那一个，或将其关闭。</translation>
    </message>
    <message>
        <source>Use that one, or move the library away to start a new one.</source>
        <translation>请使用那一个，或移走文档库以新建一个。</translation>
    </message>
    <message>
        <source>Wait a little and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Wait a moment and start again.</source>
        <translation>请稍候再启动。</translation>
    </message>
    <message>
        <source>Write it like http://192.168.1.20:8000.</source>
        <translation>请写成 http://192.168.1.20:8000 的形式。</translation>
    </message>
    <message>
        <source>Write pages like 1-3,7,last or 5- or -3, counted from 1.</source>
        <translation>页码请写成 1-3,7,last 或 5- 或 -3 的形式，从 1 开始。</translation>
    </message>
    <message>
        <source>Write what is to be found.</source>
        <translation>请输入要查找的内容。</translation>
    </message>
    <message>
        <source>Write {0}-{1} instead.</source>
        <translation>请改写为 {0}-{1}。</translation>
    </message>
    <message>
        <source>Your text was made on another reading of this block.</source>
        <translation>您的文字是基于此块的另一次读取结果编辑的。</translation>
    </message>
    <message>
        <source>{0} It gets no pages until it is well again.</source>
        <translation>{0}在恢复之前不再向它发送页面。</translation>
    </message>
    <message>
        <source>{0} answered without having seen the page.</source>
        <translation>{0}没有看到页面就作出了应答。</translation>
    </message>
    <message>
        <source>{0} answers in a way that is not known.</source>
        <translation>{0}的应答方式无法识别。</translation>
    </message>
    <message>
        <source>{0} answers, but not as an OCR server does.</source>
        <translation>{0}有应答，但不像 OCR 服务器。</translation>
    </message>
    <message>
        <source>{0} asks for a token.</source>
        <translation>{0}要求提供令牌。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be reached.</source>
        <translation>无法连接到{0}。</translation>
    </message>
    <message>
        <source>{0} could not be written.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>{0} did not find the image where it expects it in the request.</source>
        <translation>{0}没有在请求的预期位置找到图像。</translation>
    </message>
    <message>
        <source>{0} does not accept the token.</source>
        <translation>{0}不接受该令牌。</translation>
    </message>
    <message>
        <source>{0} does not have the model that was asked for.</source>
        <translation>{0}没有所请求的模型。</translation>
    </message>
    <message>
        <source>{0} does not have the model “{1}”.</source>
        <translation>{0}没有模型“{1}”。</translation>
    </message>
    <message>
        <source>{0} does not take pages for now.</source>
        <translation>{0}暂时不接收页面。</translation>
    </message>
    <message>
        <source>{0} failed while it read the page.</source>
        <translation>{0}读取页面时出错。</translation>
    </message>
    <message>
        <source>{0} found the request wrong.</source>
        <translation>{0}认为请求有误。</translation>
    </message>
    <message>
        <source>{0} gave up waiting.</source>
        <translation>{0}放弃了等待。</translation>
    </message>
    <message>
        <source>{0} has broken down inside and will fail every page until it is restarted.</source>
        <translation>{0}内部已出故障，重启之前所有页面都会失败。</translation>
    </message>
    <message>
        <source>{0} has no pages.</source>
        <translation>{0} 没有页面。</translation>
    </message>
    <message>
        <source>{0} has nothing that reads pages at this address.</source>
        <translation>{0}在此地址上没有读取页面的服务。</translation>
    </message>
    <message>
        <source>{0} has several models, and none is known to read pages.</source>
        <translation>{0}有多个模型，但都不是已知的页面读取模型。</translation>
    </message>
    <message>
        <source>{0} has too many requests.</source>
        <translation>{0}的请求过多。</translation>
    </message>
    <message>
        <source>{0} is connected, but has been silent for too long.</source>
        <translation>{0}已连接，但长时间没有应答。</translation>
    </message>
    <message>
        <source>{0} is in the way of the export.</source>
        <translation>{0} 妨碍了导出。</translation>
    </message>
    <message>
        <source>{0} is not reached by its own gateway.</source>
        <translation>{0}的网关无法连接到它。</translation>
    </message>
    <message>
        <source>{0} is still loading its model.</source>
        <translation>{0}仍在加载模型。</translation>
    </message>
    <message>
        <source>{0} may not be written.</source>
        <translation>没有权限写入 {0}。</translation>
    </message>
    <message>
        <source>{0} of text came without words.</source>
        <translation>有 {0}没有读出文字。</translation>
    </message>
    <message>
        <source>{0} of the text layer&apos;s characters mean nothing.</source>
        <translation>文本层中 {0} 的字符没有意义。</translation>
    </message>
    <message>
        <source>{0} of the {1} does not read as words.</source>
        <translation>{1}中 {0} 的内容不构成词语。</translation>
    </message>
    <message>
        <source>{0} ran out of memory.</source>
        <translation>{0}内存不足。</translation>
    </message>
    <message>
        <source>{0} sends requests on to another address.</source>
        <translation>{0}将请求转到另一个地址。</translation>
    </message>
    <message>
        <source>{0} sent a reply that can&apos;t be read.</source>
        <translation>{0}的应答无法解读。</translation>
    </message>
    <message>
        <source>{0} took too long for its own gateway.</source>
        <translation>{0}超出了其网关的等待时间。</translation>
    </message>
    <message>
        <source>{0} would not stop talking.</source>
        <translation>{0}的输出没完没了。</translation>
    </message>
    <message>
        <source>“diptych doctor” tells what it lacks.</source>
        <translation>运行“diptych doctor”可查看缺少什么。</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be read.</source>
        <translation>无法读取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” crashed the process that opens it.</source>
        <translation>“{0}”使打开它的进程崩溃。</translation>
    </message>
    <message>
        <source>“{0}” has changed since it was added.</source>
        <translation>“{0}”在添加之后已被更改。</translation>
    </message>
    <message>
        <source>“{0}” has no page {1}.</source>
        <translation>“{0}”没有第 {1} 页。</translation>
    </message>
    <message>
        <source>“{0}” has no pages.</source>
        <translation>“{0}”没有页面。</translation>
    </message>
    <message>
        <source>“{0}” is damaged and can&apos;t be opened.</source>
        <translation>“{0}”已损坏，无法打开。</translation>
    </message>
    <message>
        <source>“{0}” is empty.</source>
        <translation>“{0}”是空文件。</translation>
    </message>
    <message>
        <source>“{0}” is locked in a way that Diptych doesn&apos;t know.</source>
        <translation>“{0}”的加密方式 Diptych 不支持。</translation>
    </message>
    <message>
        <source>“{0}” is locked with a password.</source>
        <translation>“{0}”已用密码加密。</translation>
    </message>
    <message>
        <source>“{0}” is no page and no range of pages.</source>
        <translation>“{0}”不是页码或页码范围。</translation>
    </message>
    <message>
        <source>“{0}” is not a document that Diptych can open.</source>
        <translation>“{0}”不是 Diptych 能打开的文档。</translation>
    </message>
    <message>
        <source>“{0}” is not a file.</source>
        <translation>“{0}”不是文件。</translation>
    </message>
    <message>
        <source>“{0}” is not the address of a server.</source>
        <translation>“{0}”不是服务器地址。</translation>
    </message>
    <message>
        <source>“{0}” is not there any more.</source>
        <translation>“{0}”已不在原处。</translation>
    </message>
    <message>
        <source>“{0}” may not be read.</source>
        <translation>没有权限读取“{0}”。</translation>
    </message>
    <message>
        <source>“{0}” took longer than {1} seconds to open.</source>
        <translation>打开“{0}”用时超过 {1} 秒。</translation>
    </message>
    <message>
        <source>the server at {0}</source>
        <extracomment>Parts that are filled into sentences and have words of their own.</extracomment>
        <translation>服务器 {0} </translation>
    </message>
    <message>
        <source>the built-in engine</source>
        <translation>内置引擎</translation>
    </message>
    <message>
        <source>deepseek-ocr.rs at {0}</source>
        <translation>{0} 上的 deepseek-ocr.rs </translation>
    </message>
    <message>
        <source>vLLM at {0}</source>
        <translation>{0} 上的 vLLM </translation>
    </message>
    <message>
        <source>llama.cpp at {0}</source>
        <translation>{0} 上的 llama.cpp </translation>
    </message>
    <message>
        <source>Ollama at {0}</source>
        <translation>{0} 上的 Ollama </translation>
    </message>
    <message>
        <source>an OpenAI-compatible server at {0}</source>
        <translation>{0} 上的 OpenAI 兼容服务器</translation>
    </message>
    <message>
        <source>[Page {0} could not be read]</source>
        <translation>[第 {0} 页无法读取]</translation>
    </message>
    <message>
        <source>[Nothing was read on page {0}]</source>
        <translation>[第 {0} 页没有读出内容]</translation>
    </message>
    <message>
        <source>[A picture on page {0} has no place]</source>
        <translation>[第 {0} 页有一张图片没有位置]</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} 页</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>{0} regions</source>
        <translation>{0} 个区域</translation>
    </message>
    <message>
        <source>1 region</source>
        <translation>1 个区域</translation>
    </message>
    <message>
        <source>text layer</source>
        <translation>文本层</translation>
    </message>
    <message>
        <source>recognised text behind the page</source>
        <translation>页面背后的识别文本</translation>
    </message>
    <message>
        <source>{0} reached beyond the page and were clipped</source>
        <translation>{0} 个超出页面，已裁剪</translation>
    </message>
    <message>
        <source>{0} had their corners in the wrong order and were turned round</source>
        <translation>{0} 个角点顺序错误，已调整</translation>
    </message>
    <message>
        <source>{0} had words among their numbers</source>
        <translation>{0} 个坐标中夹有文字</translation>
    </message>
    <message>
        <source>{0} had no area and were dropped</source>
        <translation>{0} 个没有面积，已舍弃</translation>
    </message>
    <message>
        <source>{0} could not be read and were dropped</source>
        <translation>{0} 个无法读取，已舍弃</translation>
    </message>
    <message>
        <source>{0} claimed the whole page</source>
        <translation>{0} 个占据整页</translation>
    </message>
    <message>
        <source>has lost the borders between its cells</source>
        <translation>丢失了单元格之间的边界</translation>
    </message>
    <message>
        <source>has lost its rows</source>
        <translation>丢失了行</translation>
    </message>
    <message>
        <source>has text outside its cells</source>
        <translation>在单元格之外有文字</translation>
    </message>
    <message>
        <source>breaks off in the middle of a cell</source>
        <translation>在单元格中间中断</translation>
    </message>
    <message>
        <source>has cells that overlap</source>
        <translation>有重叠的单元格</translation>
    </message>
    <message>
        <source>has rows of different lengths</source>
        <translation>各行长度不一</translation>
    </message>
    <message>
        <source>{0} {1} times over</source>
        <translation>{0} 共 {1} 次</translation>
    </message>
    <message>
        <source>nearly nothing new from here on</source>
        <translation>此后几乎没有新内容</translation>
    </message>
    <message>
        <source>it counts from {0} to {1}</source>
        <translation>从 {0} 数到 {1}</translation>
    </message>
    <message>
        <source>{0} empty regions in a row, each a step further</source>
        <translation>连续 {0} 个空白区域，逐个错开</translation>
    </message>
    <message>
        <source>regions that were there before came again</source>
        <translation>先前出现过的区域再次出现</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Sentences in a sentence, or parts in parts, are looked into so deep.</extracomment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>DocumentCommands</name>
    <message>
        <source>Find &amp;Document</source>
        <translation>查找文档(&amp;D)</translation>
    </message>
    <message>
        <source>Move Document &amp;Up</source>
        <translation>上移文档(&amp;U)</translation>
    </message>
    <message>
        <source>Move Document Do&amp;wn</source>
        <translation>下移文档(&amp;W)</translation>
    </message>
    <message>
        <source>Pages to Rea&amp;d…</source>
        <translation>要读取的页(&amp;D)…</translation>
    </message>
    <message>
        <source>Show Original in &amp;Folder</source>
        <translation>在文件夹中显示原文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Remove from Library…</source>
        <translation>从文档库移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Read Failed Pages Again</source>
        <translation>重新读取失败的页(&amp;R)</translation>
    </message>
    <message>
        <source>Turn Page &amp;Left</source>
        <translation>向左旋转页面(&amp;L)</translation>
    </message>
    <message>
        <source>Turn Page &amp;Right</source>
        <translation>向右旋转页面(&amp;R)</translation>
    </message>
    <message>
        <source>Read &amp;Again</source>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Mark as Reviewed</source>
        <translation>标为已复查(&amp;M)</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Documents</source>
        <extracomment>Documents (a tuple of jobs) were dropped in front of another one (or None: at the end). The person chose a document. The document whose row is to be the current one whenever it is shown. Rows go: what Qt makes the current one instead is not what the person chose. The row in which the wanted document was when it went.</extracomment>
        <translation>文档</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>File not found</source>
        <translation>找不到文件</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 页失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) to review</source>
        <translation>
            <numerusform>%n 页待复查</numerusform>
        </translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复查</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Documents and their pages</source>
        <extracomment>How high documents and pages are at first, as shares. How long changes are gathered before actions are allowed or not, in milliseconds. Pages of a job (a tuple) were turned: they look otherwise now.</extracomment>
        <translation>文档及其页面</translation>
    </message>
    <message>
        <source>Find a document</source>
        <extracomment>The page of each document that the person looked at last.</extracomment>
        <translation>查找文档</translation>
    </message>
    <message>
        <source>Find a document by its name</source>
        <translation>按名称查找文档</translation>
    </message>
    <message>
        <source>The file is not in {folder} any more. What was read of it is kept.</source>
        <translation>文件已不在 {folder} 中。已读取的内容仍保留。</translation>
    </message>
    <message>
        <source>No document has “{text}” in its name.</source>
        <translation>没有名称含“{text}”的文档。</translation>
    </message>
    <message>
        <source>No documents yet. Drop some anywhere in this window.</source>
        <translation>还没有文档。可将文件拖放到窗口的任意位置。</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>No documents yet</source>
        <extracomment>The size of the drop area at most, in logical pixels.</extracomment>
        <translation>还没有文档</translation>
    </message>
    <message>
        <source>Drop PDFs, scans, photos or folders anywhere in this window.</source>
        <translation>将 PDF、扫描件、照片或文件夹拖放到窗口的任意位置。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>打开文档文件夹</translation>
    </message>
    <message>
        <source>You can also paste a file or an image.</source>
        <translation>您也可以粘贴文件或图像。</translation>
    </message>
    <message>
        <source>They are read on this computer.</source>
        <translation>它们在本机上读取。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <extracomment>Progress is shown in steps of a thousandth. How often it is looked at, in milliseconds.</extracomment>
        <translation>导出</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Cancel Export</source>
        <translation>取消导出(&amp;C)</translation>
    </message>
    <message>
        <source>No page is read yet.</source>
        <translation>还没有读取任何页面。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read and will be missing.</source>
        <translation>
            <numerusform>%n 页无法读取，导出中将缺少这些页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were cancelled and will be missing.</source>
        <translation>
            <numerusform>%n 页已取消，导出中将缺少这些页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) are not read yet and will be missing.</source>
        <translation>
            <numerusform>%n 页尚未读取，导出中将缺少这些页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existing file(s) will be replaced: {names}</source>
        <translation>
            <numerusform>将替换 %n 个现有文件：{names}</numerusform>
        </translation>
    </message>
    <message>
        <source>Makes {names} in {folder}.</source>
        <translation>将在 {folder} 中生成 {names}。</translation>
    </message>
    <message numerus="yes">
        <source>Makes %n file(s).</source>
        <translation>
            <numerusform>将生成 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The export failed: Diptych made a mistake. Files that are whole were kept.</source>
        <translation>导出失败：Diptych 出了错。完整的文件已保留。</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>The export was cancelled. Files that are whole were kept.</source>
        <translation>导出已取消。完整的文件已保留。</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>&amp;This document: {name}</source>
        <translation>此文档(&amp;T)：{name}</translation>
    </message>
    <message numerus="yes">
        <source>The %n &amp;chosen document(s)</source>
        <translation>
            <numerusform>所选的 %n 个文档(&amp;C)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n &amp;finished document(s)</source>
        <translation>
            <numerusform>全部 %n 个已完成的文档(&amp;F)</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>&amp;Word</source>
        <translation>Word(&amp;W)</translation>
    </message>
    <message>
        <source>Tables and formulas stay editable</source>
        <translation>表格和公式仍可编辑</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>With a folder of figures</source>
        <translation>附带图片文件夹</translation>
    </message>
    <message>
        <source>Web &amp;page</source>
        <translation>网页(&amp;P)</translation>
    </message>
    <message>
        <source>One file, figures inside</source>
        <translation>单个文件，内含图片</translation>
    </message>
    <message>
        <source>Plain te&amp;xt</source>
        <translation>纯文本(&amp;X)</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>Every block with its place</source>
        <translation>每个块及其位置</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>&amp;Beside each document</source>
        <translation>与各文档同一文件夹(&amp;B)</translation>
    </message>
    <message>
        <source>In this f&amp;older:</source>
        <translation>指定文件夹(&amp;O)：</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>&amp;Replace files that exist</source>
        <translation>替换现有文件(&amp;R)</translation>
    </message>
    <message>
        <source>If not, the new files get a number behind their name</source>
        <translation>若不替换，新文件名后会加编号</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Join paragraphs and tables that go &amp;over a page break</source>
        <translation>合并跨页的段落和表格(&amp;O)</translation>
    </message>
    <message>
        <source>Keep running &amp;headers, footers and page numbers</source>
        <translation>保留页眉、页脚和页码(&amp;H)</translation>
    </message>
    <message>
        <source>Mark where each pa&amp;ge begins</source>
        <translation>标出每页的开头(&amp;G)</translation>
    </message>
    <message>
        <source>There is no document to export.</source>
        <translation>没有可导出的文档。</translation>
    </message>
    <message>
        <source>Choose at least one kind of file.</source>
        <translation>请至少选择一种文件格式。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>Named like the documents</source>
        <translation>与文档同名</translation>
    </message>
</context>
<context>
    <name>ExportResult</name>
    <message>
        <source>Files that were written</source>
        <translation>已写入的文件</translation>
    </message>
    <message>
        <source>&amp;Show in Folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Open &amp;File</source>
        <translation>打开文件(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be exported.</source>
        <translation>
            <numerusform>%n 个文档无法导出。</numerusform>
        </translation>
    </message>
    <message>
        <source>No program opens {name}.</source>
        <translation>没有可打开 {name} 的程序。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Text to find in the document</source>
        <translation>要在文档中查找的文字</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match upper and lower case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一个匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一个匹配 (F3)</translation>
    </message>
    <message>
        <source>Number of hits</source>
        <translation>匹配数量</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>关闭查找栏 (Esc)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 个匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>选择(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Go on with interrupted documents</source>
        <translation>继续处理中断的文档(&amp;G)</translation>
    </message>
    <message>
        <source>Folder for exports</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Beside each document</source>
        <translation>与各文档同一文件夹</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>At the start:</source>
        <translation>启动时：</translation>
    </message>
    <message>
        <source>&amp;Export to:</source>
        <translation>导出到(&amp;E)：</translation>
    </message>
    <message>
        <source>The export dialog offers this folder first.</source>
        <translation>导出对话框会首先使用此文件夹。</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>The new language is spoken when you open Diptych next time.</source>
        <translation>新语言将在下次打开 Diptych 时生效。</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The clipboard has no file and no image to add.</source>
        <extracomment>How long new jobs are gathered before the library is read again, in milliseconds. One sentence for the status line.</extracomment>
        <translation>剪贴板中没有可添加的文件或图像。</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Documents ({endings})</source>
        <translation>文档 ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder of documents</source>
        <translation>打开文档文件夹</translation>
    </message>
    <message>
        <source>“{name}” has no documents that Diptych can read.</source>
        <translation>“{name}”中没有 Diptych 能读取的文档。</translation>
    </message>
    <message>
        <source>It reads PDF, PNG, JPEG, WebP, BMP, GIF and TIFF.</source>
        <translation>它能读取 PDF、PNG、JPEG、WebP、BMP、GIF 和 TIFF。</translation>
    </message>
</context>
<context>
    <name>Interrupted</name>
    <message numerus="yes">
        <source>%n document(s) were interrupted last time.</source>
        <translation>
            <numerusform>上次有 %n 个文档中断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>Going on with %n document(s) from last time.</source>
        <translation>
            <numerusform>正在继续上次的 %n 个文档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>“{name}” wants its password to go on.</source>
        <translation>“{name}”需要密码才能继续。</translation>
    </message>
    <message>
        <source>Give It…</source>
        <translation>输入密码…</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Title</source>
        <extracomment>Label: (on paper and on light ground, on dark ground, kind of line).</extracomment>
        <translation>标题</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>小标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Figure caption</source>
        <translation>图注</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Table caption</source>
        <translation>表题</translation>
    </message>
    <message>
        <source>Table note</source>
        <translation>表注</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>Footer</source>
        <translation>页脚</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Aside</source>
        <translation>边注</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Legend of the boxes</source>
        <extracomment>Between two entries, and around all of them, in units of the window. The labels that are not wanted.</extracomment>
        <translation>区域框图例</translation>
    </message>
    <message>
        <source>Show or hide the boxes of this kind: {name}</source>
        <extracomment>The greatest height so far, and the width that it was for.</extracomment>
        <translation>显示或隐藏此类区域框：{name}</translation>
    </message>
    <message>
        <source>Boxes: {name}</source>
        <translation>区域框：{name}</translation>
    </message>
</context>
<context>
    <name>LocateBar</name>
    <message>
        <source>Find on the page: words, or what it is</source>
        <extracomment>Where it is: a tuple of ``Box``, empty for nowhere. Whether the server of the document that is looked at can do that.</extracomment>
        <translation>在页面上查找：文字或事物</translation>
    </message>
    <message>
        <source>Find on the page</source>
        <translation>在页面上查找</translation>
    </message>
    <message>
        <source>&amp;Locate</source>
        <translation>定位(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Looking for it</source>
        <translation>正在查找</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <extracomment>How many hits are lit at most. How long the search waits for more letters, in milliseconds.</extracomment>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>还没有日志。</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the library…</source>
        <extracomment>It was painted for the first time. It was moved or resized.</extracomment>
        <translation>正在打开文档库…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Read &amp;Again</source>
        <extracomment>A ``Remedy`` was chosen.</extracomment>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>Enter &amp;Password…</source>
        <translation>输入密码(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n blank</source>
        <translation>
            <numerusform>%n 页空白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 页失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 页已取消</numerusform>
        </translation>
    </message>
    <message>
        <source>{pages} in {documents}: {parts}.</source>
        <translation>{documents}，共 {pages}：{parts}。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be written.</source>
        <translation>
            <numerusform>%n 个文件无法写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n 页完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them to review</source>
        <translation>
            <numerusform>其中 %n 页待复查</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} ({review})</source>
        <translation>{done}（{review}）</translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Page number</source>
        <extracomment>The zooms that the bar offers, in percent. A page&apos;s number was written, from 0. A zoom was chosen; 1 is the real size.</extracomment>
        <translation>页码</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>of {number}</source>
        <translation>/ {number}</translation>
    </message>
</context>
<context>
    <name>PageCommands</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>上一页(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>下一页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>第一页(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>最后一页(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>转到页(&amp;G)…</translation>
    </message>
    <message>
        <source>Next &amp;Block</source>
        <translation>下一块(&amp;B)</translation>
    </message>
    <message>
        <source>Previous Bloc&amp;k</source>
        <translation>上一块(&amp;K)</translation>
    </message>
    <message>
        <source>L&amp;ocate on the Page…</source>
        <translation>在页面上定位(&amp;O)…</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Real Size</source>
        <translation>实际大小(&amp;R)</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>适合页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>区域框(&amp;B)</translation>
    </message>
    <message>
        <source>Reading Or&amp;der</source>
        <translation>阅读顺序(&amp;D)</translation>
    </message>
</context>
<context>
    <name>PageGrid</name>
    <message>
        <source>Pages</source>
        <extracomment>How narrow a tile may be, in logical pixels.</extracomment>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PageNotice</name>
    <message>
        <source>What was read of it is still here.</source>
        <translation>已读取的内容仍在这里。</translation>
    </message>
    <message>
        <source>This page could not be read.</source>
        <translation>本页无法读取。</translation>
    </message>
    <message>
        <source>Reading this page was cancelled.</source>
        <translation>本页的读取已取消。</translation>
    </message>
    <message>
        <source>This page was found blank.</source>
        <translation>本页为空白。</translation>
    </message>
    <message>
        <source>It was not sent to be read.</source>
        <translation>因此没有发送读取。</translation>
    </message>
    <message>
        <source>Waiting to be read</source>
        <translation>等待读取</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>No boxes on this page</source>
        <translation>本页没有区域框</translation>
    </message>
</context>
<context>
    <name>PagePanel</name>
    <message>
        <source>Page</source>
        <extracomment>The person wants to give the password of a job. A block of the chosen page is to be copied; the kind is a ``CopyKind``&apos;s value. Zoom or fit are other ones: ``zoom`` has them.</extracomment>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page {number} of {total}</source>
        <translation>第 {number} 页，共 {total} 页</translation>
    </message>
</context>
<context>
    <name>PageRangeDialog</name>
    <message>
        <source>Pages to Read</source>
        <translation>要读取的页</translation>
    </message>
    <message>
        <source>Which pages of “{name}” are to be read? It has {pages}.</source>
        <translation>要读取“{name}”的哪些页？它共有 {pages}。</translation>
    </message>
    <message>
        <source>Pages to read</source>
        <translation>要读取的页</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>所有页</translation>
    </message>
    <message>
        <source>For example 1-3, 7, last or 5-. Empty means all pages.</source>
        <translation>例如 1-3, 7, last 或 5-。留空表示所有页。</translation>
    </message>
</context>
<context>
    <name>PanelActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Block &amp;Back to Recognised Text</source>
        <translation>将此块恢复为识别文本(&amp;B)</translation>
    </message>
    <message>
        <source>Page Back to Recognised Text…</source>
        <translation>将本页恢复为识别文本…</translation>
    </message>
    <message>
        <source>Compare &amp;Readings…</source>
        <translation>比较读取结果(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy &amp;Page</source>
        <translation>复制页面(&amp;P)</translation>
    </message>
    <message>
        <source>Copy Page as &amp;Markdown</source>
        <translation>将页面复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy Page as Plain &amp;Text</source>
        <translation>将页面复制为纯文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy Whole &amp;Document</source>
        <translation>复制整个文档(&amp;D)</translation>
    </message>
    <message>
        <source>Copy Whole Document as Markdown</source>
        <translation>将整个文档复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy Whole Document as Plain Text</source>
        <translation>将整个文档复制为纯文本</translation>
    </message>
    <message>
        <source>Copy Selection as &amp;Rich Text</source>
        <translation>将所选内容复制为富文本(&amp;R)</translation>
    </message>
    <message>
        <source>Copy Selection as Plain Te&amp;xt</source>
        <translation>将所选内容复制为纯文本(&amp;X)</translation>
    </message>
    <message>
        <source>Copy &amp;Block</source>
        <translation>复制文本块(&amp;B)</translation>
    </message>
    <message>
        <source>Copy Block as Rich Text</source>
        <translation>将文本块复制为富文本</translation>
    </message>
    <message>
        <source>Copy Block as Markdown</source>
        <translation>将文本块复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy Block as Plain Text</source>
        <translation>将文本块复制为纯文本</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Text of This &amp;Page</source>
        <translation>本页文本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Source of This Page</source>
        <translation>本页源码(&amp;S)</translation>
    </message>
    <message>
        <source>Text of the &amp;Whole Document</source>
        <translation>整个文档的文本(&amp;W)</translation>
    </message>
    <message>
        <source>Show Block on the Pa&amp;ge</source>
        <translation>在页面上显示此块(&amp;G)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
</context>
<context>
    <name>PanelBar</name>
    <message>
        <source>This page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>Whole document</source>
        <translation>整个文档</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>读取中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Text is cut off</source>
        <translation>文本被截断</translation>
    </message>
    <message>
        <source>The model repeated itself</source>
        <translation>模型重复输出</translation>
    </message>
    <message>
        <source>Damaged table</source>
        <translation>表格受损</translation>
    </message>
    <message>
        <source>Rebuilt table</source>
        <translation>重建的表格</translation>
    </message>
    <message>
        <source>Odd boxes</source>
        <translation>异常的区域框</translation>
    </message>
    <message>
        <source>No text was found</source>
        <translation>没有找到文字</translation>
    </message>
    <message>
        <source>Blank page</source>
        <translation>空白页</translation>
    </message>
    <message>
        <source>Read at a smaller size</source>
        <translation>以较小尺寸读取</translation>
    </message>
    <message>
        <source>Doubtful text</source>
        <translation>存疑的文本</translation>
    </message>
    <message>
        <source>Your edits are of another reading</source>
        <translation>您的编辑基于另一次读取结果</translation>
    </message>
    <message>
        <source>Read in two halves</source>
        <translation>分两半读取</translation>
    </message>
    <message>
        <source>{number} pages/min</source>
        <translation>{number} 页/分钟</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>还剩几秒</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>约剩 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>约剩 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>约剩 {hours} 小时 {minutes} 分钟</translation>
    </message>
    <message>
        <source>about {hours} h left</source>
        <translation>约剩 {hours} 小时</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password needed</source>
        <extracomment>What ``finished`` carries when the person wants to be asked no more for now.</extracomment>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>“{name}” is encrypted. What is its password?</source>
        <translation>“{name}”已加密。请输入密码：</translation>
    </message>
    <message>
        <source>That password does not open “{name}”. Try another one.</source>
        <translation>该密码无法打开“{name}”。请换一个重试。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>显示输入内容(&amp;S)</translation>
    </message>
    <message>
        <source>It is kept in memory until you close Diptych, and never stored.</source>
        <translation>密码只保存在内存中，关闭 Diptych 后即清除，绝不存盘。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>跳过(&amp;K)</translation>
    </message>
    <message>
        <source>Skip &amp;All Encrypted</source>
        <translation>跳过所有加密文档(&amp;A)</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Keep conversions</source>
        <translation>保留转换结果</translation>
    </message>
    <message>
        <source>Until I remove them</source>
        <translation>直到我移除</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>一个月</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Until Diptych is opened next time</source>
        <translation>直到下次打开 Diptych</translation>
    </message>
    <message>
        <source>Clear &amp;History…</source>
        <translation>清除历史(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Keep conversions:</source>
        <translation>保留转换结果(&amp;K)：</translation>
    </message>
    <message>
        <source>A conversion is the text, your edits and small pictures of the pages, and the picture itself if you pasted it. Your documents and the files that you exported are never removed.</source>
        <translation>转换结果包括文本、您的编辑和页面缩略图；粘贴的图片还包括图片本身。您的原文档和已导出的文件绝不会被移除。</translation>
    </message>
    <message>
        <source>Their text, your edits and pictures that you pasted are gone for good. Your documents and the files that you exported stay, and so does what is still being read.</source>
        <translation>其文本、您的编辑和您粘贴的图片将永久删除。您的原文档、已导出的文件以及仍在读取的内容都会保留。</translation>
    </message>
    <message>
        <source>Library:</source>
        <translation>文档库：</translation>
    </message>
    <message>
        <source>Small pictures:</source>
        <translation>缩略图：</translation>
    </message>
    <message>
        <source>Pasted pictures:</source>
        <translation>粘贴的图片：</translation>
    </message>
    <message>
        <source>Logs:</source>
        <translation>日志：</translation>
    </message>
    <message>
        <source>Documents go nowhere but to the servers that you chose. Passwords are not kept; logs have no words of documents.</source>
        <translation>文档只会发送到您选择的服务器。密码不会保存；日志不含文档内容。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear History</source>
        <translation>清除历史</translation>
    </message>
    <message>
        <source>Remove all finished conversions ({size})?</source>
        <translation>移除所有已完成的转换（{size}）？</translation>
    </message>
    <message>
        <source>&amp;Remove Them</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep Them</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>正在移除…</translation>
    </message>
    <message numerus="yes">
        <source>%n conversion(s) removed.</source>
        <translation>
            <numerusform>已移除 %n 个转换。</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder is not there yet.</source>
        <translation>此文件夹尚不存在。</translation>
    </message>
    <message>
        <source>No program opens the folder {folder}.</source>
        <translation>没有可打开文件夹 {folder} 的程序。</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Try Again</source>
        <extracomment>How long the bar stays when nobody is at it, in milliseconds.</extracomment>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show Document</source>
        <translation>显示文档</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>（%n 次）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>This file was not written; the conversion itself is kept.</source>
        <extracomment>How many documents are named before the rest is counted. How much of a server&apos;s own words goes into a report.</extracomment>
        <translation>此文件没有写入；转换结果仍保留。</translation>
    </message>
    <message>
        <source>The document waits; the pages that were read are kept.</source>
        <translation>文档正在等待；已读取的页面仍保留。</translation>
    </message>
    <message>
        <source>No more of its pages are read; those that were are kept.</source>
        <translation>其余页面不再读取；已读取的页面仍保留。</translation>
    </message>
    <message>
        <source>What you did last may not be saved.</source>
        <translation>您最后的操作可能没有保存。</translation>
    </message>
    <message>
        <source>It was not added.</source>
        <translation>它没有被添加。</translation>
    </message>
    <message>
        <source>Pages that wait for it are not read.</source>
        <translation>等待它的页面不会读取。</translation>
    </message>
    <message>
        <source>The document is as it was before.</source>
        <translation>文档保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPanel</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Show &amp;Document of Problem</source>
        <translation>显示出问题的文档(&amp;D)</translation>
    </message>
    <message>
        <source>Copy &amp;Details of Problem</source>
        <translation>复制问题详情(&amp;D)</translation>
    </message>
    <message>
        <source>D&amp;ismiss Problem</source>
        <translation>忽略此问题(&amp;I)</translation>
    </message>
    <message>
        <source>Dismiss All &amp;Problems</source>
        <translation>忽略所有问题(&amp;P)</translation>
    </message>
    <message>
        <source>Problems, newest first</source>
        <translation>问题（最新的在前）</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>没有问题。</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show Document</source>
        <translation>显示文档</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>Dismiss All</source>
        <translation>全部忽略</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Document</source>
        <extracomment>The job of a row, the page of a row (or None), and the share of a job that is finished. Since when the pages that have a row are read: what the rows say must not run ahead of which rows there are.</extracomment>
        <translation>文档</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>已用 {time}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 页失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Pause &amp;All</source>
        <extracomment>The widths of the columns at first, in characters.</extracomment>
        <translation>全部暂停(&amp;A)</translation>
    </message>
    <message>
        <source>Go On with A&amp;ll</source>
        <translation>全部继续(&amp;L)</translation>
    </message>
    <message>
        <source>Cancel All Docu&amp;ments</source>
        <translation>取消所有文档(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Pause Document</source>
        <translation>暂停文档(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Go On with Document</source>
        <translation>继续文档(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Cancel Document</source>
        <translation>取消文档(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel Pag&amp;e</source>
        <translation>取消页面(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Read Failed Pages Again</source>
        <translation>重新读取失败的页(&amp;R)</translation>
    </message>
    <message>
        <source>Read All &amp;Failed Pages Again</source>
        <translation>重新读取所有失败的页(&amp;F)</translation>
    </message>
    <message>
        <source>Documents in the queue</source>
        <translation>队列中的文档</translation>
    </message>
    <message>
        <source>Nothing to do. Documents that you add wait here until they are read.</source>
        <translation>没有待处理的文档。添加的文档会在此等待读取。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read Failed Again</source>
        <translation>重读失败页</translation>
    </message>
    <message>
        <source>Pause All</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Go On with All</source>
        <translation>全部继续</translation>
    </message>
</context>
<context>
    <name>QueueSummary</name>
    <message>
        <source>Progress of the queue</source>
        <extracomment>How long the sentence about a batch that has ended stays, in milliseconds.</extracomment>
        <translation>队列进度</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>显示队列</translation>
    </message>
    <message>
        <source>Queue: {text}</source>
        <translation>队列：{text}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n page(s)</source>
        <translation>
            <numerusform>{done}/%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 页失败</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <source>What is read</source>
        <extracomment>Long edges of page images that models were trained on or that people ask for, in pixels.</extracomment>
        <translation>读取内容</translation>
    </message>
    <message>
        <source>Text with headings, tables and formulas</source>
        <translation>带标题、表格和公式的文本</translation>
    </message>
    <message>
        <source>Every line with its place on the page</source>
        <translation>每行文字及其在页面上的位置</translation>
    </message>
    <message>
        <source>Plain text without places</source>
        <translation>不带位置的纯文本</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>What suits the server</source>
        <translation>由服务器决定</translation>
    </message>
    <message>
        <source>{number} pixels</source>
        <translation>{number} 像素</translation>
    </message>
    <message>
        <source>Text layer of PDFs</source>
        <translation>PDF 文本层</translation>
    </message>
    <message>
        <source>Use its words where they are good</source>
        <translation>质量好时采用其文字</translation>
    </message>
    <message>
        <source>Read every page anew</source>
        <translation>所有页面都重新读取</translation>
    </message>
    <message>
        <source>Take all words from it, read nothing</source>
        <translation>全部取自文本层，不作识别</translation>
    </message>
    <message>
        <source>Further tries</source>
        <translation>追加重试</translation>
    </message>
    <message>
        <source>&amp;Read:</source>
        <translation>读取(&amp;R)：</translation>
    </message>
    <message>
        <source>Re&amp;solution:</source>
        <translation>分辨率(&amp;S)：</translation>
    </message>
    <message>
        <source>The long edge of the picture of a page that the model gets.</source>
        <translation>交给模型的页面图像的长边。</translation>
    </message>
    <message>
        <source>&amp;Text layer of PDFs:</source>
        <translation>PDF 文本层(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Further tries:</source>
        <translation>追加重试(&amp;F)：</translation>
    </message>
    <message>
        <source>For a page whose text broke off or went round in circles.</source>
        <translation>用于文本中断或循环重复的页面。</translation>
    </message>
    <message>
        <source>All of this holds for documents that you add from now on.</source>
        <translation>以上设置对此后添加的文档生效。</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的文档(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message>
        <source>Remove “{name}” from the library?</source>
        <translation>从文档库移除“{name}”？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n document(s) from the library?</source>
        <translation>
            <numerusform>从文档库移除 %n 个文档？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from Library</source>
        <translation>从文档库移除</translation>
    </message>
    <message>
        <source>What was read and your edits are deleted for good. The original files stay where they are.</source>
        <translation>读取的内容和您的编辑将永久删除。原文件保持不动。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message numerus="yes">
        <source>Also move %n exported file(s) to the &amp;trash</source>
        <translation>
            <numerusform>同时将 %n 个导出的文件移到回收站(&amp;T)</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” could not be moved to the trash.</source>
        <translation>无法将“{name}”移到回收站。</translation>
    </message>
    <message>
        <source>Delete it yourself if it is of no use.</source>
        <translation>如果不需要，请自行删除。</translation>
    </message>
</context>
<context>
    <name>RenderedView</name>
    <message>
        <source>Show what is new</source>
        <extracomment>The page that is shown, ``None`` for the whole document.</extracomment>
        <translation>显示新内容</translation>
    </message>
    <message>
        <source>Figure {number} on page {page}</source>
        <extracomment>Makes the HTML of formulas, as ``Typesetter.render`` does. A non-character, which no text has, holds a formula&apos;s place until all of a page are made. Of so many characters at the beginning of a block its direction is told. A picture is at most so wide, in CSS pixels.</extracomment>
        <translation>第 {page} 页图 {number}</translation>
    </message>
    <message>
        <source>Being read…</source>
        <extracomment>Of a reply that is still coming only so many characters are shown, the last ones.</extracomment>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This page has not been read yet.</source>
        <translation>本页尚未读取。</translation>
    </message>
    <message>
        <source>This page is being read…</source>
        <translation>正在读取本页…</translation>
    </message>
    <message>
        <source>The reading of this page was cancelled.</source>
        <translation>本页的读取已取消。</translation>
    </message>
    <message>
        <source>This page could not be read.</source>
        <translation>本页无法读取。</translation>
    </message>
    <message>
        <source>This page is blank.</source>
        <translation>本页为空白。</translation>
    </message>
    <message>
        <source>Nothing was read on this page.</source>
        <translation>本页没有读出内容。</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <extracomment>A portion is whole pages with at least so many characters (of Markdown). What a piece and its characters are guessed to take, in CSS pixels.</extracomment>
        <translation>第 {number} 页</translation>
    </message>
    <message>
        <source>Open a link</source>
        <extracomment>Of an address so many characters are shown.</extracomment>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Write to this address in your mail program?</source>
        <translation>用邮件程序给此地址写信？</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>在浏览器中打开此地址？</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Diptych made a mistake</source>
        <translation>Diptych 出错</translation>
    </message>
    <message>
        <source>Something went wrong inside Diptych. The program goes on.</source>
        <translation>Diptych 内部出了问题，程序会继续运行。</translation>
    </message>
    <message>
        <source>If something does not work now, close Diptych and open it again. The report below has nothing of your documents in it; it helps to find the mistake.</source>
        <translation>如果有功能不正常，请关闭并重新打开 Diptych。下面的报告不含您的文档内容，有助于查找错误。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Copy Report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The log is in {folder}.</source>
        <translation>日志位于 {folder}。</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复查</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>&amp;Next Page to Review</source>
        <translation>下一个待复查页(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious Page to Review</source>
        <translation>上一个待复查页(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Mark as Reviewed</source>
        <translation>标为已复查(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Read Page Again</source>
        <translation>重新读取此页(&amp;R)</translation>
    </message>
    <message>
        <source>Pages to review</source>
        <translation>待复查的页</translation>
    </message>
    <message>
        <source>All &amp;documents</source>
        <translation>所有文档(&amp;D)</translation>
    </message>
    <message>
        <source>Show re&amp;viewed</source>
        <translation>显示已复查(&amp;V)</translation>
    </message>
    <message>
        <source>Details of the chosen page</source>
        <translation>所选页的详情</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>已复查</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>重新读取</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 页待复查</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the library…</source>
        <translation>正在读取文档库…</translation>
    </message>
    <message>
        <source>Nothing to review in any document.</source>
        <translation>所有文档都没有待复查的页。</translation>
    </message>
    <message>
        <source>No document is chosen.</source>
        <translation>没有选择文档。</translation>
    </message>
    <message>
        <source>Nothing to review in this document.</source>
        <translation>此文档没有待复查的页。</translation>
    </message>
    <message>
        <source>Mark as &amp;Not Reviewed</source>
        <translation>标为未复查(&amp;N)</translation>
    </message>
    <message>
        <source>This is the only page to review.</source>
        <translation>这是唯一待复查的页。</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>This page could not be shown.</source>
        <extracomment>After so many milliseconds a page that crashed is loaded again. Whether the renderer is gone and nothing was loaded since.</extracomment>
        <translation>无法显示本页。</translation>
    </message>
    <message>
        <source>The part of Diptych that shows it ended unexpectedly, twice.</source>
        <translation>Diptych 中用于显示的部分两次意外退出。</translation>
    </message>
    <message>
        <source>Its text is safe: look at it as source.</source>
        <translation>文本没有丢失：可在源码视图中查看。</translation>
    </message>
</context>
<context>
    <name>ServerChip</name>
    <message>
        <source>No server yet</source>
        <extracomment>How many letters of a name or a model there is room for.</extracomment>
        <translation>尚无服务器</translation>
    </message>
    <message numerus="yes">
        <source>%n not answering</source>
        <translation>
            <numerusform>%n 个无应答</numerusform>
        </translation>
    </message>
    <message>
        <source>Server: {text}</source>
        <translation>服务器：{text}</translation>
    </message>
    <message>
        <source>Show the servers</source>
        <translation>显示服务器</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Copy &amp;Server Details</source>
        <extracomment>How often the log is read while it is seen, in milliseconds.</extracomment>
        <translation>复制服务器详情(&amp;S)</translation>
    </message>
    <message>
        <source>Start the Built-In Engine</source>
        <translation>启动内置引擎</translation>
    </message>
    <message>
        <source>Stop the Built-In Engine</source>
        <translation>停止内置引擎</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>History of the server</source>
        <translation>服务器历史</translation>
    </message>
    <message>
        <source>No server was used yet.</source>
        <translation>还没有使用过服务器。</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>历史(&amp;Y)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>The built-in engine is ready.</source>
        <translation>内置引擎已就绪。</translation>
    </message>
    <message>
        <source>The built-in engine was stopped.</source>
        <translation>内置引擎已停止。</translation>
    </message>
    <message>
        <source>The server&apos;s details are on the clipboard.</source>
        <translation>服务器详情已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>Address of the server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Token of the server</source>
        <translation>服务器令牌</translation>
    </message>
    <message>
        <source>Token, if it wants one</source>
        <translation>令牌（如需要）</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Ask the server what it is</source>
        <translation>询问服务器的类型</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Read no more pages with this server</source>
        <translation>不再用此服务器读取</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message numerus="yes">
        <source>{kind}, model {model}. Takes %n page(s) at once.</source>
        <translation>
            <numerusform>{kind}，模型 {model}。可同时处理 %n 页。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Not asked yet</source>
        <extracomment>States in which a server does not do what is wanted of it.</extracomment>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>工作中</translation>
    </message>
    <message>
        <source>Failed, asked again soon</source>
        <translation>失败，稍后再询问</translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Stopped until it is needed</source>
        <translation>已停止，需要时启动</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Built-in engine</source>
        <translation>内置引擎</translation>
    </message>
    <message>
        <source>Unknown kind</source>
        <translation>未知类型</translation>
    </message>
    <message>
        <source>Runs on the processor</source>
        <translation>在处理器上运行</translation>
    </message>
    <message>
        <source>OpenAI-compatible</source>
        <translation>OpenAI 兼容</translation>
    </message>
    <message>
        <source>{number} of {limit} pages at once</source>
        <translation>同时 {number}/{limit} 页</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} 词元/秒</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>自 {time}</translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>&amp;Built-in engine</source>
        <translation>内置引擎(&amp;B)</translation>
    </message>
    <message>
        <source>Reads with this computer&apos;s processor. Nothing leaves the computer.</source>
        <translation>使用本机处理器读取，数据不会离开电脑。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What the server has</source>
        <translation>服务器自带的模型</translation>
    </message>
    <message>
        <source>A&amp;dd Server</source>
        <translation>添加服务器(&amp;D)</translation>
    </message>
    <message>
        <source>Servers of your own</source>
        <translation>您自己的服务器</translation>
    </message>
    <message>
        <source>OCR servers on your graphics card or in your network share the pages.</source>
        <translation>显卡上或网络中的 OCR 服务器共同分担页面。</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>模型(&amp;M)：</translation>
    </message>
    <message>
        <source>Documents that are in the queue keep their servers.</source>
        <translation>队列中的文档仍使用原来的服务器。</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Choose the built-in engine or add a server.</source>
        <translation>请选择内置引擎或添加服务器。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>设置分组</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>No shortcut is called that.</source>
        <translation>没有匹配的快捷键。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>%1, edited, not saved yet</source>
        <extracomment>Texts that the reading does not have yet: typed since, or never stored.</extracomment>
        <translation>%1，已编辑，尚未保存</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1，已编辑</translation>
    </message>
    <message>
        <source>A figure. What is typed here stands under it</source>
        <translation>图片。在此输入的文字将显示在其下方</translation>
    </message>
    <message>
        <source>No text was found here</source>
        <translation>此处没有找到文字</translation>
    </message>
    <message>
        <source>Empty: exports have a picture of it instead</source>
        <translation>留空：导出时以图片代替</translation>
    </message>
    <message>
        <source>Empty: left out of exports</source>
        <translation>留空：不会导出</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>News</source>
        <extracomment>How long news stay when they ask for nothing, in milliseconds.</extracomment>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show the pages that need review</source>
        <translation>显示待复查的页</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>显示问题</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>%n 页待复查</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Source of page %1</source>
        <translation>第 %1 页源码</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>This page has no text yet.</source>
        <translation>本页还没有文本。</translation>
    </message>
    <message>
        <source>No page is chosen.</source>
        <translation>没有选择页面。</translation>
    </message>
    <message>
        <source>Back to Recognised Text</source>
        <translation>恢复为识别文本</translation>
    </message>
    <message numerus="yes">
        <source>Show the recognised text of %n block(s) again?</source>
        <translation>
            <numerusform>将 %n 个文本块恢复为识别文本？</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo brings your text back.</source>
        <translation>撤销可找回您的文字。</translation>
    </message>
    <message>
        <source>&amp;Show Recognised Text</source>
        <translation>显示识别文本(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep My Text</source>
        <translation>保留我的文字(&amp;K)</translation>
    </message>
</context>
<context>
    <name>VersionsStrip</name>
    <message>
        <source>This page was read again</source>
        <translation>本页已重新读取</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compare your text with the new reading</source>
        <translation>将您的文字与新的读取结果比较</translation>
    </message>
    <message>
        <source>Put this line away</source>
        <translation>收起此行</translation>
    </message>
    <message numerus="yes">
        <source>This page was read again; your text is kept. It differs in %n block(s).</source>
        <translation>
            <numerusform>本页已重新读取；您的文字仍保留，有 %n 个文本块不同。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeDocument</name>
    <message>
        <source>The document is being put together…</source>
        <translation>正在拼合文档…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown}/{all}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) could not be read</source>
        <translation>
            <numerusform>%n 页无法读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>&amp;Export…</source>
        <extracomment>The least width of the documents, in logical pixels: one thumbnail and its neighbour&apos;s edge.</extracomment>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Copy &amp;Page</source>
        <translation>复制页面(&amp;P)</translation>
    </message>
    <message>
        <source>Copy Whole &amp;Document</source>
        <translation>复制整个文档(&amp;D)</translation>
    </message>
    <message>
        <source>Copy &amp;Block</source>
        <translation>复制文本块(&amp;B)</translation>
    </message>
    <message>
        <source>Copy &amp;Selection</source>
        <translation>复制所选内容(&amp;S)</translation>
    </message>
    <message>
        <source>Paste as &amp;New Document</source>
        <translation>粘贴为新文档(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Needs &amp;Review</source>
        <translation>待复查(&amp;R)</translation>
    </message>
    <message>
        <source>Ser&amp;vers</source>
        <translation>服务器(&amp;V)</translation>
    </message>
    <message>
        <source>Proble&amp;ms</source>
        <translation>问题(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>上一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Diptych</source>
        <translation>关于 Diptych(&amp;A)</translation>
    </message>
    <message>
        <source>Choose again in the settings.</source>
        <translation>请在设置中重新选择。</translation>
    </message>
    <message>
        <source>Adding documents: {number} of {total}</source>
        <translation>正在添加文档：{number}/{total}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>_ClosedView</name>
    <message>
        <source>Text of the page</source>
        <translation>页面文本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
</context>
<context>
    <name>_Veil</name>
    <message>
        <source>Drop to add</source>
        <translation>松开以添加</translation>
    </message>
</context>
</TS>
