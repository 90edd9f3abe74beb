### Awaiting native review.
### 见 bot/locales/en/crisis-replies.ftl。只有回复；其余使用别的语言。

reply-opening-self = 一条私信，只给你看。我是一个程序，读到了你的消息，很高兴你写了出来。
reply-opening-other = 一条私信，只给你看。我是一个程序，读到了你的消息。你在关心别人，这很好。
reply-late = 你写的时候（{ $when }）我不在，现在才读到。对不起。如果情况已经不同，就拿有用的，其余放下。
reply-stay = 请不要一个人面对：到有人的地方去，或者让一个人陪你通电话。如果身边有可能伤到你的东西，请离开它。
reply-overdose-self = 请现在就打电话，即使到目前为止感觉还好。把门打开，侧身躺下，不要一个人：请人到你身边来。告诉对方你服用了什么。如果有纳洛酮，告诉对方在哪里。
reply-overdose-other = 先打电话。如果有纳洛酮，就给对方用。如果对方有呼吸，让其侧卧；如果没有，电话里的人会告诉你怎么做。留在旁边，直到救援到来。
reply-self-harm = 如果你受了伤，今天请让人看一看。你不必说超过自己想说的。
reply-substance = 渴求会升起，也会落下，多半在半小时之内。你能离开那个地方，这段时间和一个人在一起，或者通着电话吗？如果已经发生了：以前的量现在可能太多，所以请不要一个人。
reply-violence = 这不是你的错，接下来怎么做由你决定。如果还有别人会看这台设备，读完请删掉这条消息；选择留下的人也能得到帮助。
reply-sexual-violence = 发生在你身上的事不是你的错。告诉谁、接下来怎么做，由你决定。
reply-other = 你可以直接问：“你是不是在想结束自己的生命？”这样问不会让任何人产生这个念头。倾听，陪在身边或保持通话，并告诉一个你们都信任的人。你不必独自承担；这些号码也是给你的。
reply-violence-other = 相信对方，问问需要什么，让对方自己决定。请不要去和施暴的人对质，那可能更危险。这些号码也是给你的。
reply-barrier = 不必确定事情是否严重，随时可以挂断或停止打字。
reply-trusted = 有没有你信任的人？写一句“现在能聊聊吗？”就够了。
reply-told-room = 我正在通知 { $team } 的团队，附上你消息的链接。还没有人回应，所以请不要等他们。
reply-told-direct = 我正在通知 { $team } 的团队，不包含你的原话。还没有人回应，所以请不要等他们。
reply-told-nobody = 我没有告诉任何人。
reply-again = 这条我也读到了。刚才的号码随时都在。我只是一个程序；现在有个人陪着会更好。
reply-safe = 这里方便看吗？
reply-safe-yes = 方便，给我看
reply-talk = 找人聊聊
reply-more = 更多帮助
reply-misread = 你误解了我
reply-show = 把我写的给团队看
reply-soft = 听起来你承受了很多。我只是一个程序，所以想问：和一个人聊聊会有帮助吗？我没有告诉任何人。
reply-lines = 求助热线
reply-soft-off = 不要再问我这个

reply-seen = { $team } 团队里有人看到了，想给你写信息。如果等不了，请不要等：输入“help now”。
reply-seen-by = { $team } 团队的 { $name } 看到了，想给你写信息。如果等不了，请不要等：输入“help now”。
reply-unanswered = 团队里还没有人回应。请不要等我们：
reply-tomorrow = 明天给我写信息
reply-day-after = 你好。你让我今天写给你。

    现在怎么样？不回答也可以。我只是一个程序，但这些会带你找到人：

lines-emergency = 如果有生命危险（{ $country }）：请拨打 **{ $number }**。
lines-emergency-police = 如果有生命危险（{ $country }）：请拨打 **{ $number }**。如果有人威胁你，报警：**{ $police }**。
lines-anywhere = 如果有生命危险，请拨打当地的急救电话（欧洲大部分地区 112，北美 911）。

    各国求助热线：{ $directory }
lines-people = 愿意倾听的人：
lines-call = 拨打 { $number }
lines-call-press = 拨打 { $number }，然后按 { $key }
lines-text = 短信 { $number }
lines-text-word = 发送 { $word } 到 { $number }
lines-chat = 在线聊天
lines-always = 全天
lines-closed = 现在无人接听
lines-directory = 各国求助热线：{ $directory }
lines-public = 这些号码来自公开名单；如果一个打不通，请试下一个。
lines-checked = 有人在 { DATETIME($day, dateStyle: "long") } 或之后核对过这些号码。如果一个打不通，请试下一个。
