package org.triviumcrm.support.backlog;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ConstantReference;
import org.triviumcrm.support.ticket.TicketChannel;

/** How tickets have come, as files name it. */
@Component
class ImportedChannels extends ConstantReference<TicketChannel> {

    static final String KEY = "ticket-channel";

    private static final Map<TicketChannel, List<String>> WORDS = Map.of(
            TicketChannel.EMAIL, List.of("email", "e-mail", "mail", "邮件", "电子邮件"),
            TicketChannel.PHONE, List.of("phone", "telephone", "call", "voice", "电话"),
            TicketChannel.WEB, List.of("web", "website", "web form", "form", "网站", "网页"),
            TicketChannel.CHAT, List.of("chat", "live chat", "在线聊天", "聊天", "在线客服"),
            TicketChannel.PORTAL, List.of("portal", "self service", "self-service", "自助门户", "门户"),
            TicketChannel.SOCIAL,
                    List.of("social", "social media", "twitter", "facebook", "wechat", "社交媒体", "微信", "微博"));

    ImportedChannels(MessageSource messages) {
        super(KEY, TicketChannel.class, WORDS, "support.ticket.channel.", messages);
    }

    static TicketChannel of(long id) {
        return constant(TicketChannel.class, id);
    }
}
