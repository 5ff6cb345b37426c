package org.triviumcrm.support.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.identity.Viewer;

/** The desk: the agent's talks, those that wait, and the one that is open. */
@Controller
@RequestMapping(ChatDeskController.PATH)
class ChatDeskController {

    static final String PATH = "/support/chat";

    private final ChatDeskService desk;
    private final ChatViews views;

    ChatDeskController(ChatDeskService desk, ChatViews views) {
        this.desk = desk;
        this.views = views;
    }

    /** @param open the talk that is open; without it the first of the agent's own */
    @GetMapping
    String show(@RequestParam(required = false) @Nullable Long open, Viewer viewer, Model model) {
        List<ChatRow> rows = desk.rows(viewer);
        Long shown = open == null
                ? rows.stream()
                        .filter(row -> !row.isWaiting())
                        .map(ChatRow::id)
                        .findFirst()
                        .orElse(null)
                : open;
        model.addAttribute("rows", rows);
        model.addAttribute("open", shown);
        model.addAttribute("available", desk.isAvailable(viewer));
        if (shown != null) {
            views.talk(viewer, model, desk.page(viewer, shown), desk.words(viewer, shown, 0));
        }
        return "support/chat/desk";
    }

    /** The list, anew. */
    @GetMapping("/rows")
    String rows(@RequestParam(required = false) @Nullable Long open, Viewer viewer, Model model) {
        model.addAttribute("rows", desk.rows(viewer));
        model.addAttribute("open", open);
        return "support/chat/desk :: rows";
    }

    @PostMapping("/availability")
    String set(@RequestParam(defaultValue = "false") boolean available, Viewer viewer) {
        desk.set(viewer, available);
        return "redirect:" + PATH;
    }

    /** The agent's browser is there. */
    @PostMapping("/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Viewer viewer) {
        desk.seen(viewer);
    }
}
