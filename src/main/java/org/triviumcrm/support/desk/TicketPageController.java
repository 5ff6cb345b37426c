package org.triviumcrm.support.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.macro.ApplyMacro;
import org.triviumcrm.support.macro.FilledMacro;
import org.triviumcrm.support.macro.MacroLanguage;
import org.triviumcrm.support.macro.MacroUseService;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.WriteMessage;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** A ticket's page, and its steps. */
@Controller
class TicketPageController {

    private static final String ONE = TicketList.PATH + "/{id:\\d+}";

    private final TicketService tickets;
    private final MessageService messages;
    private final MacroUseService macros;
    private final TicketView view;

    TicketPageController(TicketService tickets, MessageService messages, MacroUseService macros, TicketView view) {
        this.tickets = tickets;
        this.messages = messages;
        this.macros = macros;
        this.view = view;
    }

    /** @param macro whose text stands in the form at first, and what it changes; null for none */
    @GetMapping(ONE)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long macro,
            @RequestParam(required = false) @Nullable MacroLanguage language,
            Viewer viewer,
            Model model) {
        TicketPage page = tickets.page(viewer, id);
        Object draft = model.getAttribute("draft");
        WriteMessage written = WriteMessage.reply(draft instanceof String text ? text : "");
        if (macro == null) {
            return view.show(viewer, page, written, ApplyMacro.NONE, model);
        }
        FilledMacro filled = macros.filled(viewer, page, macro, language);
        model.addAttribute("macro", filled);
        model.addAttribute("chips", filled.chips());
        return view.show(
                viewer, page, written.with(filled.text(), filled.note(), filled.status()), ApplyMacro.NONE, model);
    }

    /** Earlier parts of the conversation. */
    @GetMapping(ONE + "/messages")
    String earlier(@PathVariable long id, @RequestParam long before, Viewer viewer, Model model) {
        TicketPage page = tickets.page(viewer, id);
        model.addAttribute("ticket", page);
        model.addAttribute("thread", messages.thread(viewer, page, before));
        return "support/ticket/thread :: part";
    }

    @PostMapping(ONE + "/taking")
    String take(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return done(id, () -> tickets.take(viewer, id), "support.ticket.taken", flash);
    }

    @PostMapping(ONE + "/status")
    String become(@PathVariable long id, @RequestParam TicketStatus to, Viewer viewer, RedirectAttributes flash) {
        return done(id, () -> tickets.become(viewer, id, to), "support.ticket.became", flash);
    }

    private static String done(long id, Runnable step, String notice, RedirectAttributes flash) {
        try {
            step.run();
            flash.addFlashAttribute("notice", notice);
        } catch (WrongTicketStatus refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:" + TicketList.PATH + "/" + id;
    }
}
