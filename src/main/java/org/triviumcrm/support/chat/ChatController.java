package org.triviumcrm.support.chat;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Rejected;

/** All talks, the page of one, and what is said in it. */
@Controller
@RequestMapping(ChatList.PATH)
class ChatController {

    private final ChatDeskService desk;
    private final ChatViews views;
    private final ListService lists;

    ChatController(ChatDeskService desk, ChatViews views, ListService lists) {
        this.desk = desk;
        this.views = views;
        this.lists = lists;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ChatList.NOUN, viewer, parameters));
        return "support/chat/list";
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        views.talk(viewer, model, desk.page(viewer, id), desk.words(viewer, id, 0));
        return htmx.isHtmxRequest() ? "support/chat/talk :: talk" : "support/chat/show";
    }

    /** What was said after a number. */
    @GetMapping("/{id:\\d+}/words")
    String words(@PathVariable long id, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model model) {
        views.words(model, id, desk.words(viewer, id, after));
        return "support/chat/talk :: words";
    }

    @CanAnswerChats
    @PostMapping("/{id:\\d+}/words")
    Object say(
            @PathVariable long id,
            @Valid @ModelAttribute("say") SayInChat say,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ChatFacts chat = desk.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                desk.say(viewer, id, say);
            } catch (ChatRefused refused) {
                errors.rejectValue("text", refused.key());
            }
        }
        if (errors.hasErrors()) {
            views.talk(viewer, model, chat, desk.words(viewer, id, 0));
            return Rejected.with(htmx.isHtmxRequest() ? "support/chat/talk :: refused" : "support/chat/show");
        }
        return htmx.isHtmxRequest()
                ? ResponseEntity.noContent().build()
                : "redirect:" + ChatDeskController.PATH + "?open=" + id;
    }

    @PostMapping("/{id:\\d+}/writing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writing(@PathVariable long id, Viewer viewer) {
        desk.writing(viewer, id);
    }

    /** The agent has seen what was said until a number. */
    @PostMapping("/{id:\\d+}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable long id, @RequestParam(defaultValue = "0") int seq, Viewer viewer) {
        desk.read(viewer, id, seq);
    }
}
