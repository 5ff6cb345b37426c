package org.triviumcrm.support.macro;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** Choosing a macro in a ticket. */
@Controller
class MacroPickController {

    private static final String MACROS = TicketList.PATH + "/{id:\\d+}/macros";

    private final MacroUseService macros;
    private final TicketService tickets;

    MacroPickController(MacroUseService macros, TicketService tickets) {
        this.macros = macros;
        this.tickets = tickets;
    }

    @GetMapping(MACROS)
    String choose(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MacroLanguage language,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        fill(id, null, language, viewer, model);
        return Part.of(htmx, "support/macro/pick");
    }

    /** What is found by what is typed. */
    @GetMapping(MACROS + "/choices")
    String choices(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable MacroLanguage language,
            Viewer viewer,
            Model model) {
        fill(id, q, language, viewer, model);
        return "support/macro/pick :: choices";
    }

    private void fill(long id, @Nullable String q, @Nullable MacroLanguage language, Viewer viewer, Model model) {
        TicketPage ticket = tickets.page(viewer, id);
        MacroLanguage chosen = language == null ? macros.language(viewer, ticket) : language;
        model.addAttribute("ticket", ticket);
        model.addAttribute("language", chosen);
        model.addAttribute("languages", MacroLanguage.values());
        model.addAttribute("macros", macros.choices(viewer, ticket, q, chosen));
    }

    /** As it stands in the form. */
    @GetMapping(MACROS + "/{macroId:\\d+}")
    String filled(
            @PathVariable long id,
            @PathVariable long macroId,
            @RequestParam(required = false) @Nullable MacroLanguage language,
            Viewer viewer,
            Model model) {
        TicketPage ticket = tickets.page(viewer, id);
        FilledMacro macro = macros.filled(viewer, ticket, macroId, language);
        model.addAttribute("macro", macro);
        model.addAttribute("chips", macro.chips());
        return "support/macro/chosen :: macro";
    }

    /** What says nothing is done at once. */
    @PostMapping(MACROS + "/{macroId:\\d+}")
    String apply(
            @PathVariable long id,
            @PathVariable long macroId,
            @RequestParam(required = false) @Nullable Integer version,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            macros.apply(viewer, id, macroId, version);
            flash.addFlashAttribute("notice", "support.macro.applied");
        } catch (ObjectOptimisticLockingFailureException e) {
            flash.addFlashAttribute("problem", "support.macro.error.changed");
        } catch (WrongTicketStatus refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:" + TicketList.PATH + "/" + id;
    }
}
