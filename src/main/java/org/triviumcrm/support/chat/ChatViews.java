package org.triviumcrm.support.chat;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.Viewer;

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
        model.addAttribute("words", words);
        model.addAttribute("lead", outcomes.leadPath(viewer, chat));
        model.addAttribute("mayMakeLead", outcomes.mayMakeLead(viewer));
    }
}
