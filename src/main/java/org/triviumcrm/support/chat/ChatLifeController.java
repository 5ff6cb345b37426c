package org.triviumcrm.support.chat;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.help.HelpSiteService;
import org.triviumcrm.support.queue.QueueService;

/** Who answers a talk, what helps to, and its end. */
@Controller
@RequestMapping(ChatList.PATH + "/{id:\\d+}")
class ChatLifeController {

    private final ChatDeskService desk;
    private final ChatHelpService help;
    private final QueueService queues;
    private final HelpSiteService sites;

    ChatLifeController(ChatDeskService desk, ChatHelpService help, QueueService queues, HelpSiteService sites) {
        this.desk = desk;
        this.help = help;
        this.queues = queues;
        this.sites = sites;
    }

    /** The viewer takes it. */
    @PostMapping("/agent")
    String take(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            desk.take(viewer, id);
        } catch (ChatRefused refused) {
            flash.addFlashAttribute("problem", refused.key());
            return "redirect:" + ChatDeskController.PATH;
        }
        return open(id);
    }

    @CanAnswerChats
    @GetMapping("/handover")
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("input", new HandOverChat(null, null, null));
        return form(desk.page(viewer, id), htmx, viewer, model);
    }

    @CanAnswerChats
    @PostMapping("/handover")
    String handOver(
            @PathVariable long id,
            @Valid @ModelAttribute("input") HandOverChat input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ChatFacts chat = desk.page(viewer, id);
        if (!errors.hasErrors() && input.agentId() == null && input.queueId() == null) {
            errors.rejectValue("agentId", "support.chat.error.toWhom");
        }
        if (!errors.hasErrors()) {
            try {
                desk.handOver(viewer, id, input);
                flash.addFlashAttribute("notice", "support.chat.handedOver");
                return "redirect:" + ChatDeskController.PATH;
            } catch (ChatRefused refused) {
                errors.rejectValue("agentId", refused.key());
            }
        }
        return Rejected.with(form(chat, htmx, viewer, model));
    }

    private String form(ChatFacts chat, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("chat", chat);
        model.addAttribute("colleagues", desk.colleagues(viewer));
        model.addAttribute("queues", queues.choices(viewer, null));
        return Part.of(htmx, "support/chat/handover");
    }

    @PostMapping("/end")
    String end(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            desk.end(viewer, id);
        } catch (ChatRefused refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return open(id);
    }

    /** Prepared replies and articles, for what was said last or what is looked for. */
    @GetMapping("/help")
    String help(@PathVariable long id, @RequestParam(required = false) @Nullable String q, Viewer viewer, Model model) {
        ChatFacts chat = desk.page(viewer, id);
        model.addAttribute("chat", chat);
        model.addAttribute("prepared", help.prepared(viewer, chat));
        model.addAttribute("found", help.articles(viewer, chat, q));
        model.addAttribute("outside", sites.site(viewer).active());
        model.addAttribute(
                "origin", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "support/chat/help";
    }

    private static String open(long id) {
        return "redirect:" + ChatDeskController.PATH + "?open=" + id;
    }
}
