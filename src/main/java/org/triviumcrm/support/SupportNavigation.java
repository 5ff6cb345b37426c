package org.triviumcrm.support;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of customer service. */
@Component
class SupportNavigation implements NavigationSource {

    private static final String MANAGE = "support.queue.manage";
    private static final String PROMISES = "support.sla.manage";
    private static final String KNOWLEDGE = "support.article.manage";

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("tickets", "support", "/support/tickets", "ticket", 290, "support.ticket.view"),
                new NavigationEntry("chat", "support", "/support/chat", "messages", 291, "support.chat.answer")
                        .counting("chats"),
                new NavigationEntry("chats", "support", "/support/chats", "message-2", 295, "support.chat.view"),
                new NavigationEntry("macros", "support", "/support/macros", "bolt", 294, "support.ticket.reply"),
                new NavigationEntry("mail-tray", "support", "/support/mail-tray", "inbox", 292, "support.mail.sort"),
                new NavigationEntry("care", "support", "/support/care", "calendar", 295, "support.care.view"),
                new NavigationEntry("articles", "support", "/support/articles", "book", 293, "support.article.view"),
                new NavigationEntry(
                        "ticket-queues", "administration", "/administration/ticket-queues", "stack-2", 872, MANAGE),
                new NavigationEntry(
                        "ticket-types", "administration", "/administration/ticket-types", "category", 874, MANAGE),
                new NavigationEntry(
                        "ticket-rules", "administration", "/administration/ticket-rules", "adjustments", 876, MANAGE),
                new NavigationEntry(
                        "ticket-satisfaction",
                        "administration",
                        "/administration/ticket-satisfaction",
                        "star",
                        876,
                        MANAGE),
                new NavigationEntry(
                        "mailboxes",
                        "administration",
                        "/administration/mailboxes",
                        "mail",
                        873,
                        "support.mailbox.manage"),
                new NavigationEntry(
                        "portal",
                        "administration",
                        "/administration/portal",
                        "user-circle",
                        880,
                        "support.portal.manage"),
                new NavigationEntry(
                        "chat-widgets",
                        "administration",
                        "/administration/chat-widgets",
                        "messages",
                        873,
                        "support.chat.manage"),
                new NavigationEntry(
                        "promises", "administration", "/administration/promises", "hourglass", 877, PROMISES),
                new NavigationEntry(
                        "business-hours", "administration", "/administration/business-hours", "clock", 878, PROMISES),
                new NavigationEntry(
                        "article-categories",
                        "administration",
                        "/administration/article-categories",
                        "folder",
                        879,
                        KNOWLEDGE),
                new NavigationEntry(
                        "help-site", "administration", "/administration/help-site", "world", 879, KNOWLEDGE));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(new NavigationEntry(
                "ticket", "support", "/support/tickets/new", "ticket", 25, "support.ticket.create"));
    }
}
