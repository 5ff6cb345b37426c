package org.triviumcrm.support;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow in customer service. */
@Component
class SupportPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of(
                "support.ticket.view",
                "support.ticket.create",
                "support.ticket.edit",
                "support.ticket.reply",
                "support.ticket.delete",
                "support.ticket.export",
                "support.ticket.transfer",
                "support.report.view",
                "support.macro.manage",
                "support.queue.manage",
                "support.chat.view",
                "support.chat.answer",
                "support.chat.export",
                "support.chat.manage",
                "support.mailbox.manage",
                "support.mail.sort",
                "support.portal.invite",
                "support.portal.manage",
                "support.sla.manage",
                "support.article.view",
                "support.article.write",
                "support.article.publish",
                "support.article.export",
                "support.article.manage",
                "support.care.view",
                "support.care.manage");
    }

    @Override
    public List<String> recordTypes() {
        return List.of("ticket", "chat");
    }
}
