package org.triviumcrm.support.chat;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.AttachmentKind;

/** What the desk and the page of a talk show of it. */
@Component
class ChatViews {

    private final ChatOutcomeService outcomes;

    ChatViews(ChatOutcomeService outcomes) {
        this.outcomes = outcomes;
    }

    void talk(Viewer viewer, Model model, ChatFacts chat, List<ChatWord> words) {
        if (!model.containsAttribute("say")) {
            model.addAttribute("say", new SayInChat("", false, null));
        }
        model.addAttribute("chat", chat);
        words(model, chat.id(), words);
        model.addAttribute("endings", AttachmentKind.endings());
        model.addAttribute("lead", outcomes.leadPath(viewer, chat));
        model.addAttribute("mayMakeLead", outcomes.mayMakeLead(viewer));
    }

    void words(Model model, long id, List<ChatWord> words) {
        model.addAttribute("chatId", id);
        model.addAttribute("words", words);
    }
}
