package org.triviumcrm.support.chat;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Talks with customers on websites. */
@Component
class ChatStory implements StorySource {

    @Override
    public String key() {
        return "chat";
    }

    @Override
    public String icon() {
        return "message";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("support.chat.view");
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        return """
                select h.created_at, h.id, 'TALKED'::text, h.name::text, null::text,
                    '/support/chats/' || h.id
                from chat h where h.customer_id = :customer and %s""".formatted(StorySource.seen(viewer, "chat", "h", parameters));
    }
}
